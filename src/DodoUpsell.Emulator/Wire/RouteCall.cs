using System.Text;

namespace DodoUpsell.Emulator.Wire;

/// <summary>A request with its matched route.</summary>
internal sealed class RouteCall(WireRequest request, IReadOnlyDictionary<string, string> parameters)
{
    public Uri Origin => request.Origin;

    public QueryInput Query => request.Query;

    public bool HasBody => !request.Body.IsEmpty;

    public string Path(string parameter) => parameters[parameter];

    /// <summary>
    /// Parses the body. Called after the ids in the path are looked up: the API returns 404 before it reads a body.
    /// </summary>
    public JsonInput Body() => JsonInput.Parse(request.Body);

    /// <summary>Reads the fields of a form that a browser sent.</summary>
    public QueryInput Form() => QueryInput.Parse(Encoding.UTF8.GetString(request.Body.Span));
}
