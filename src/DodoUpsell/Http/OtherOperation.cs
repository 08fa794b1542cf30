using System.Buffers;

namespace DodoUpsell.Http;

/// <summary>Represents an operation without a method in the typed clients.</summary>
internal static class OtherOperation
{
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?%"
    );

    public static Operation For(HttpMethod method, string path, OperationSafety? safety)
    {
        Check.NotNull(method, nameof(method));
        Check.NotBlank(path, nameof(path));
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                "path must start with exactly one slash, relative to the API's root: /brands.",
                nameof(path)
            );
        }

        // System.Uri would convert a backslash to a slash, remove a fragment and resolve dot segments. Each would refer
        // to another resource.
        if (
            path.AsSpan().ContainsAnyExcept(PathCharacters)
            || !EscapesAreWhole(path)
            || path.Split('?')[0].Split('/').Any(LeadsElsewhere)
        )
        {
            throw new ArgumentException(
                "path must be escaped and must not contain dot segments, backslashes or fragments; use "
                    + "Uri.EscapeDataString for its parts.",
                nameof(path)
            );
        }

        var isRead = method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options;

        // Ids and queries may be personal data, so messages and traces contain only the first segment.
        var route = "/" + path.Split('/', '?')[1] + (path.Count(c => c == '/') > 1 ? "/…" : "");
        return new Operation(
            "SendAsync",
            method,
            route,
            safety ?? (isRead ? OperationSafety.Read : OperationSafety.Charge)
        );
    }

    private static bool EscapesAreWhole(string path)
    {
        for (var at = path.IndexOf('%', StringComparison.Ordinal); at >= 0; at = path.IndexOf('%', at + 1))
        {
            if (at + 2 >= path.Length || !char.IsAsciiHexDigit(path[at + 1]) || !char.IsAsciiHexDigit(path[at + 2]))
                return false;
        }

        return true;
    }

    // Some servers decode a segment before they resolve it, and some remove its parameters.
    private static bool LeadsElsewhere(string segment) =>
        Uri.UnescapeDataString(segment).Split('/', '\\').Any(part => part.Split(';')[0] is "." or "..");
}
