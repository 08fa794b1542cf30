using DodoUpsell.Diagnostics;

namespace DodoUpsell.Http;

/// <summary>One operation of the API: what it is called here, where it lives, and how often it may be sent.</summary>
/// <param name="Name">The client and method, for messages and spans.</param>
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

    /// <summary>The method and route, as people write them.</summary>
    public string Call { get; } = $"{Method} {Route}";

    public string SpanName { get; } = $"{TelemetryNames.CallSpan} {Name}";

    public string Path(string id) => $"{_literals[0]}{Segment(id, _parameters[0])}{_literals[1]}";

    public string Path(string id, string id2) =>
        $"{_literals[0]}{Segment(id, _parameters[0])}{_literals[1]}{Segment(id2, _parameters[1])}{_literals[2]}";

    /// <summary>
    /// An id is one segment of the path, whatever it contains; a dot segment would be resolved to another resource.
    /// </summary>
    private static string Segment(string id, string name)
    {
        Check.NotBlank(id, name);
        if (id is "." or "..")
            throw new ArgumentException($"{name} must be an id, not '{id}'.", name);
        return Uri.EscapeDataString(id);
    }
}
