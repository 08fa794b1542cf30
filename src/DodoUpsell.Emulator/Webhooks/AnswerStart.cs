using System.Text;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>The start of a receiver's response. The rest is never read, because it may be very long.</summary>
internal static class AnswerStart
{
    /// <summary>The maximum number of bytes that are read.</summary>
    public const int MaximumLength = 4096;

    /// <summary>Reads the start of a body, up to the point where it broke off or the time was up.</summary>
    public static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaximumLength];
        var length = 0;
        try
        {
            var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int read;
            while (
                length < buffer.Length
                && (read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0
            )
                length += read;
        }
        catch (Exception error) when (error is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status has arrived, and only the status counts. The body is for people to read.
        }

        // Not flushed, so a character that the limit cuts in two is left out.
        var text = new char[Encoding.UTF8.GetMaxCharCount(length)];
        return new string(
            text,
            0,
            Encoding.UTF8.GetDecoder().GetChars(buffer.AsSpan(0, length), text, flush: length < buffer.Length)
        );
    }
}
