using System.Text;

namespace DodoUpsell.Emulator.Wire;

/// <summary>A request that found its route.</summary>
internal sealed class RouteCall(WireRequest request, IReadOnlyDictionary<string, string> parameters)
{
    public Uri Origin => request.Origin;

    public QueryInput Query => request.Query;

    public bool HasBody => !request.Body.IsEmpty;

    public string Path(string parameter) => parameters[parameter];

    /// <summary>
    /// Parses the body. Called after path ids are looked up: the API answers 404 before it reads a body.
    /// </summary>
    public JsonInput Body() => JsonInput.Parse(request.Body);

    /// <summary>The fields of a form that a browser sent.</summary>
    public QueryInput Form() => QueryInput.Parse(Encoding.UTF8.GetString(request.Body.Span));
}
