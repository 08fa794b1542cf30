using Microsoft.AspNetCore.Http;

namespace DodoUpsell.AspNetCore.Security;

/// <summary>Reads a small body as a whole.</summary>
internal static class LimitedBody
{
    /// <summary>Returns the body, or null if it is larger than the limit. Nothing beyond the limit is kept.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            return null;
        var buffer = new byte[maxBytes + 1];
        var length = 0;
        try
        {
            int read;
            while (
                length < buffer.Length
                && (
                    read = await request
                        .Body.ReadAsync(buffer.AsMemory(length), cancellationToken)
                        .ConfigureAwait(false)
                ) > 0
            )
                length += read;
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return length > maxBytes ? null : buffer[..length];
    }
}
