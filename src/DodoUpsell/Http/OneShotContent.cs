using System.Net;
using System.Net.Http.Headers;

namespace DodoUpsell.Http;

/// <summary>The body of a charge, which may be empty. It can be written once: a redirect or a retry handler below us cannot send it a second time.</summary>
internal sealed class OneShotContent : HttpContent
{
    public static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly byte[] _body;
    private int _written;

    public OneShotContent(byte[]? body)
    {
        _body = body ?? [];
        if (body is not null) Headers.ContentType = Json;
    }

    /// <summary>Whether any of it may have left; while false the server cannot have acted on it.</summary>
    public bool WasWritten => Volatile.Read(ref _written) != 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WriteOnce();
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        WriteOnce();
        return Task.FromResult<Stream>(new MemoryStream(_body, writable: false));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    private void WriteOnce()
    {
        if (Interlocked.Exchange(ref _written, 1) != 0)
        {
            throw new IOException("A charge was about to be sent a second time, by a redirect or by a handler below this client. It was stopped.");
        }
    }
}
