using System.Buffers;

namespace DodoUpsell.Http;

/// <summary>Validates the headers that a caller adds to requests, before a request is built with them.</summary>
internal static class ExtraHeaders
{
    // Headers that the connection or the SDK sets.
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

    /// <summary>Returns a copy of the headers. Messages contain no values and no invalid names.</summary>
    /// <exception cref="ArgumentException">A header could not be sent unchanged.</exception>
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
                    "The name of a header is empty or contains an invalid character: use letters, digits and hyphens.",
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
                    $"The header {name} has no value: leave it out, or set a value.",
                    parameter
                );

            // A connection throws on any other character after the request has started, which would look like a charge
            // that may have happened.
            if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                throw new ArgumentException(
                    $"The header {name} has a value with a line break or a character outside visible ASCII: encode it.",
                    parameter
                );
            }

            // Content headers are not request headers; a request would drop them.
            if (!probe.Headers.TryAddWithoutValidation(name, value))
                throw new ArgumentException($"The header {name} describes the content, which the SDK sets.", parameter);
            if (!copy.TryAdd(name, value))
                throw new ArgumentException($"The header {name} occurs twice.", parameter);
        }

        return copy;
    }
}
