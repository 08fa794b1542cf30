using DodoUpsell.Diagnostics;

namespace DodoUpsell.Http;

/// <summary>Describes one operation of the API: its name in the SDK, its route, and how often it may be sent.</summary>
/// <param name="Name">The client and method, for messages and traces.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The path, with the method's parameter names in braces.</param>
/// <param name="Safety">How often it may be sent.</param>
internal sealed record Operation(string Name, HttpMethod Method, string Route, OperationSafety Safety)
{
    private readonly string[] _literals = Route.Split('{').Select(part => part[(part.IndexOf('}') + 1)..]).ToArray();
    private readonly string[] _parameters = Route
        .Split('{')
        .Skip(1)
        .Select(part => part[..part.IndexOf('}')])
        .ToArray();

    /// <summary>Gets the method and route for display.</summary>
    public string Call { get; } = $"{Method} {Route}";

    public string SpanName { get; } = $"{TelemetryNames.CallSpan} {Name}";

    public string Path(string id) => $"{_literals[0]}{Segment(id, _parameters[0])}{_literals[1]}";

    public string Path(string id, string id2) =>
        $"{_literals[0]}{Segment(id, _parameters[0])}{_literals[1]}{Segment(id2, _parameters[1])}{_literals[2]}";

    /// <summary>
    /// Escapes an id as one path segment. A dot segment is rejected, because it would refer to another resource.
    /// </summary>
    private static string Segment(string id, string name)
    {
        Check.NotBlank(id, name);
        if (id is "." or "..")
            throw new ArgumentException($"{name} must be an id, not '{id}'.", name);
        return Uri.EscapeDataString(id);
    }
}
