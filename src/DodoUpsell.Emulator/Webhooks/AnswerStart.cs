using System.Text;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>
/// What a receiver answered, as far as anybody will read it. The rest is never fetched: it may be a film.
/// </summary>
internal static class AnswerStart
{
    /// <summary>How much of an answer is read, in bytes.</summary>
    public const int MaximumLength = 4096;

    /// <summary>Reads the start of a body, or as much of it as came before it broke off or the time was up.</summary>
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
            // The status has come, and it decides. What there is of the body is for people only.
        }

        // Not flushed: a letter that the limit cuts in two is left out.
        var text = new char[Encoding.UTF8.GetMaxCharCount(length)];
        return new string(
            text,
            0,
            Encoding.UTF8.GetDecoder().GetChars(buffer.AsSpan(0, length), text, flush: length < buffer.Length)
        );
    }
}
