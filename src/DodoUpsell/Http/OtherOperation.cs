namespace DodoUpsell.Http;

/// <summary>An operation outside the typed clients.</summary>
internal static class OtherOperation
{
    public static Operation For(HttpMethod method, string path, OperationSafety? safety)
    {
        Check.NotNull(method, nameof(method));
        Check.NotBlank(path, nameof(path));
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
        {
            throw new ArgumentException("path must start with one slash, from the API's root: /brands.", nameof(path));
        }

        if (path.Any(c => c <= ' ' || c > '~') || path.Split('?')[0].Split('/').Any(segment => segment is "." or ".."))
        {
            throw new ArgumentException("path must be escaped and free of dot segments; use Uri.EscapeDataString for its parts.", nameof(path));
        }

        var isRead = method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options;

        // Ids and queries may be personal, so messages and spans name the first segment only.
        var route = "/" + path.Split('/', '?')[1] + (path.Count(c => c == '/') > 1 ? "/…" : "");
        return new Operation("SendAsync", method, route, safety ?? (isRead ? OperationSafety.Read : OperationSafety.Charge));
    }
}
