namespace DodoUpsell.Webhooks;

/// <summary>
/// Reads a request's body to its end, or up to one byte more than the limit, which is enough to detect that it is too
/// large.
/// </summary>
internal static class LimitedBody
{
    private const int FirstBuffer = 8 * 1024;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        Stream stream,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[Math.Min(FirstBuffer, limit + 1)];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            if (read == 0 || length > limit)
                return buffer.AsMemory(0, length);
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1L));
        }
    }
}
