using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;

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
        var announced = AnnouncedLength(content.Headers.NonValidated);
        if (announced > limit)
            return false;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            // A body that is in memory already has no header.
            announced ??= stream.CanSeek ? stream.Length - stream.Position : null;
            if (announced > limit)
                return false;

            // One byte more than the announced length, so that the final read does not enlarge the buffer.
            Grow((int)(announced ?? 4095) + 1);
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

    // The header's text, because its typed value is two more objects.
    private static long? AnnouncedLength(HttpHeadersNonValidated headers) =>
        headers.TryGetValues("Content-Length", out var text)
        && long.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
