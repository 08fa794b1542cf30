using System.Net;

namespace DodoUpsell.Http;

/// <summary>
/// The content that the guard passes to the connection: the content as the handlers set it, which can be written only
/// once.
/// </summary>
/// <remarks>
/// If the connection follows a redirect, or resends after a broken connection, writing it again fails.
/// </remarks>
internal sealed class WireContent : HttpContent
{
    private readonly HttpContent? _content;
    private readonly SendPermit _permit;
    private readonly long? _length;

    public WireContent(HttpContent? content, SendPermit permit)
    {
        (_content, _permit) = (content, permit);
        _length = content is null ? 0 : content.Headers.ContentLength;
        if (content is null)
            return;
        foreach (var (name, values) in content.Headers.NonValidated)
            Headers.TryAddWithoutValidation(name, values);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        _permit.Write();
        return _content?.CopyToAsync(stream, context, cancellationToken) ?? Task.CompletedTask;
    }

    protected override void SerializeToStream(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        _permit.Write();
        _content?.CopyTo(stream, context, cancellationToken);
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        _permit.Write();
        return _content?.ReadAsStreamAsync() ?? Task.FromResult(Stream.Null);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length ?? 0;
        return _length is not null;
    }
}
