using System.Buffers;

namespace DodoUpsell.Http;

/// <summary>The headers that a caller adds to requests, checked before anything is built from them.</summary>
internal static class ExtraHeaders
{
    // What the connection decides, and what the SDK says itself.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization",
        "Accept",
        "Host",
        "Content-Type",
        "Content-Length",
        "Transfer-Encoding",
        SendOnceHandler.PermitHeader,
        "Connection",
        "Keep-Alive",
        "Proxy-Connection",
        "Proxy-Authorization",
        "TE",
        "Trailer",
        "Upgrade",
        "Expect",
    };

    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    /// <summary>Returns a copy of the headers. Messages never repeat a value, or a name that is none.</summary>
    /// <exception cref="ArgumentException">One of them could not be sent as it is.</exception>
    public static IReadOnlyDictionary<string, string> Check(
        IReadOnlyDictionary<string, string> headers,
        string parameter
    )
    {
        var copy = new Dictionary<string, string>(headers.Count, StringComparer.OrdinalIgnoreCase);
        using var probe = new HttpRequestMessage();
        foreach (var (name, value) in headers)
        {
            if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAnyExcept(TokenCharacters))
            {
                throw new ArgumentException(
                    "A header's name is empty or has a character that no name has: use letters, digits and hyphens.",
                    parameter
                );
            }

            if (Reserved.Contains(name))
                throw new ArgumentException(
                    $"The header {name} is set by the SDK or the connection and cannot be replaced.",
                    parameter
                );
            if (value is null)
                throw new ArgumentException(
                    $"The header {name} has no value: leave it out, or set it to text.",
                    parameter
                );

            // A connection throws on anything else, and after the request was begun that looks like a charge that may
            // have happened.
            if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                throw new ArgumentException(
                    $"The header {name} has a line break or a character outside visible ASCII in its value: encode it.",
                    parameter
                );
            }

            // Headers of the content are no headers of the request, which would drop them.
            if (!probe.Headers.TryAddWithoutValidation(name, value))
                throw new ArgumentException($"The header {name} describes the content, which is the SDK's.", parameter);
            if (!copy.TryAdd(name, value))
                throw new ArgumentException($"The header {name} is there twice.", parameter);
        }

        return copy;
    }
}
