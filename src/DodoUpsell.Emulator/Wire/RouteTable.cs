namespace DodoUpsell.Emulator.Wire;

internal delegate WireResponse RouteHandler(RouteCall call);

/// <summary>Specifies who may call a route.</summary>
internal enum RouteAccess
{
    ApiKey,
    Anyone,
}

/// <summary>Maps a method and a path to a handler. A literal segment takes precedence over a parameter.</summary>
internal sealed class RouteTable
{
    private readonly List<Route> _routes = [];

    public void Map(string method, string pattern, RouteHandler handler, RouteAccess access = RouteAccess.ApiKey) =>
        _routes.Add(new Route(method, pattern.Split('/').Skip(1).ToArray(), handler, access));

    public RouteMatch? Find(WireRequest request)
    {
        var best = _routes
            .Where(route => route.Matches(request))
            .MaxBy(route => route.Pattern.Count(segment => !Route.IsParameter(segment)));
        return best is null
            ? null
            : new RouteMatch(best.Handler, best.Access, new RouteCall(request, best.Bind(request)));
    }

    private sealed record Route(string Method, string[] Pattern, RouteHandler Handler, RouteAccess Access)
    {
        public static bool IsParameter(string segment) => segment.StartsWith('{');

        public bool Matches(WireRequest request) =>
            string.Equals(Method, request.Method, StringComparison.Ordinal)
            && Pattern.Length == request.Segments.Count
            && Pattern
                .Zip(request.Segments)
                .All(pair =>
                    IsParameter(pair.First)
                        ? pair.Second.Length > 0
                        : string.Equals(pair.First, pair.Second, StringComparison.Ordinal)
                );

        public Dictionary<string, string> Bind(WireRequest request) =>
            Pattern
                .Zip(request.Segments)
                .Where(pair => IsParameter(pair.First))
                .ToDictionary(pair => pair.First.Trim('{', '}'), pair => pair.Second, StringComparer.Ordinal);
    }
}

internal sealed record RouteMatch(RouteHandler Handler, RouteAccess Access, RouteCall Call);
