using DodoUpsell.Diagnostics;

namespace DodoUpsell.Http;

/// <summary>Describes one operation of the API: its name in the SDK, its route, and how often it may be sent.</summary>
/// <param name="Name">The client and method, for messages and traces.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The path, with the method's parameter names in braces.</param>
/// <param name="Safety">How often it may be sent.</param>
internal sealed record Operation(string Name, HttpMethod Method, string Route, OperationSafety Safety)
{
    private KnownUrl? _last;

    /// <summary>Gets the method and route for display.</summary>
    public string Call => field ??= $"{Method} {Route}";

    public string SpanName => field ??= $"{TelemetryNames.CallSpan} {Name}";

    /// <summary>Gets the tags of a span that are known before the call, the same for each call.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> SpanTags =>
        field ??= (KeyValuePair<string, object?>[])
            [
                new(TelemetryNames.Operation, Name),
                new(TelemetryNames.Method, Method.Method),
                new(TelemetryNames.Route, Route),
                new(TelemetryNames.Safety, Safety.ToString()),
            ];

    public string Path(string id) => Fill(Route, id);

    public string Path(string id, string id2) => Fill(Fill(Route, id), id2);

    /// <summary>
    /// Returns the URL of a call. The path is already escaped, segment by segment. The base URL may have a path.
    /// </summary>
    public Uri Uri(Uri address, Call call)
    {
        // A route without parameters has one URL, which is kept for the next call.
        if (_last is { } last && ReferenceEquals(last.Address, address) && ReferenceEquals(call.PathAndQuery, Route))
            return last.Uri;
        var uri = new Uri(string.Concat(address.AbsoluteUri.AsSpan().TrimEnd('/'), call.PathAndQuery));
        if (ReferenceEquals(call.PathAndQuery, Route))
            _last = new KnownUrl(address, uri);
        return uri;
    }

    /// <summary>Replaces the first parameter of a route. An escaped id contains no braces.</summary>
    private static string Fill(string route, string id)
    {
        var start = route.IndexOf('{', StringComparison.Ordinal);
        var end = route.IndexOf('}', StringComparison.Ordinal);
        var segment = Segment(id, route, start + 1, end);
        return string.Concat(route.AsSpan(0, start), segment, route.AsSpan(end + 1));
    }

    /// <summary>
    /// Escapes an id as one path segment. A dot segment is rejected, because it would refer to another resource.
    /// </summary>
    private static string Segment(string id, string route, int start, int end)
    {
        if (string.IsNullOrWhiteSpace(id))
            Check.NotBlank(id, route[start..end]);
        if (id is "." or "..")
        {
            var name = route[start..end];
            throw new ArgumentException($"{name} must be an id, not '{id}'.", name);
        }

        return System.Uri.EscapeDataString(id);
    }

    private sealed record KnownUrl(Uri Address, Uri Uri);
}
