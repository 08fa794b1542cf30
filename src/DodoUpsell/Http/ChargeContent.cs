using System.Net;
using System.Net.Http.Headers;

namespace DodoUpsell.Http;

/// <summary>The body of a request that must not be repeated. It may be empty.</summary>
/// <remarks>
/// If a <see cref="SendOnceHandler"/> guards the connection, handlers may read this content repeatedly. An
/// <see cref="HttpClient"/> of the caller has no guard below the caller's handlers, so there the content itself can be
/// written only once. It can still be read as a stream, but what handlers do with a buffered or copied body cannot be
/// detected.
/// </remarks>
internal sealed class ChargeContent : HttpContent
{
    public static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly byte[] _body;
    private readonly SendPermit _permit;

    /// <param name="body">The body to send, or null if there is none.</param>
    /// <param name="permit">The permit that decides whether the body may be written.</param>
    public ChargeContent(byte[]? body, SendPermit permit)
    {
        (_body, _permit) = (body ?? [], permit);
        if (body is not null)
            Headers.ContentType = Json;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        NoteWrite();
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override void SerializeToStream(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        NoteWrite();
        stream.Write(_body);
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        _permit.NoteRead();
        return Task.FromResult<Stream>(new MemoryStream(_body, writable: false));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    private void NoteWrite()
    {
        if (_permit.IsGuarded)
            _permit.NoteRead();
        else
            _permit.Write();
    }
}
