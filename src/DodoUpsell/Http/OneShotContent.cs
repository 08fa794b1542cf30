using System.Net;
using System.Net.Http.Headers;

namespace DodoUpsell.Http;

/// <summary>The body of a charge, which may be empty. It can be written once, and only in time.</summary>
/// <remarks>
/// A redirect or a retry handler below us cannot send it a second time. And a charge that was held up until nobody waits for it any more,
/// such as on a machine that was suspended, must not leave at all: its key may be free by then, and charged again.
/// </remarks>
internal sealed class OneShotContent : HttpContent
{
    public static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly byte[] _body;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _leaveBefore;
    private int _written;

    /// <param name="body">What is sent; null for nothing.</param>
    /// <param name="clock">Told by the time of day, which goes on while a machine is suspended; timers may not.</param>
    /// <param name="leaveBefore">When it is too late.</param>
    public OneShotContent(byte[]? body, TimeProvider clock, DateTimeOffset leaveBefore)
    {
        (_clock, _leaveBefore) = (clock, leaveBefore);
        _body = body ?? [];
        if (body is not null) Headers.ContentType = Json;
    }

    /// <summary>Whether any of it may have left; while false the server cannot have acted on it.</summary>
    public bool WasWritten => Volatile.Read(ref _written) != 0;

    /// <summary>Whether it was stopped for being too late. Then nothing of it has left.</summary>
    public bool WasTooLate { get; private set; }

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
        if (!WasWritten && _clock.GetUtcNow() >= _leaveBefore)
        {
            WasTooLate = true;
            throw new IOException("A charge was held up for so long that nobody waits for it any more. It was stopped before it left.");
        }

        if (Interlocked.Exchange(ref _written, 1) != 0)
        {
            throw new IOException("A charge was about to be sent a second time, by a redirect or by a handler below this client. It was stopped.");
        }
    }
}
