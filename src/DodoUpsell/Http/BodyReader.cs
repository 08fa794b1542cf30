using System.Buffers;

namespace DodoUpsell.Http;

/// <summary>
/// Reads a body into a rented buffer, up to a limit. Dispose it only when its bytes are no longer used.
/// </summary>
internal sealed class BodyReader(int limit) : IDisposable
{
    private byte[] _buffer = [];
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <returns>True if the whole body was read; false if it is longer than the limit.</returns>
    public async Task<bool> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            return false;

        // One byte more than the announced length, so that the final read does not enlarge the buffer.
        Grow((int)(content.Headers.ContentLength ?? 4095) + 1);
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (true)
            {
                if (_length == _buffer.Length)
                    Grow(_buffer.Length * 2);
                var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return true;
                _length += read;
                if (_length > limit)
                    return false;
            }
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _length = 0;
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
