namespace DodoUpsell.Emulator.Wire;

/// <summary>One HTTP request, parsed as far as routing needs it. The body stays raw bytes.</summary>
internal sealed class WireRequest
{
    public WireRequest(string method, string target, Uri origin, string? authorization, ReadOnlyMemory<byte> body)
    {
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];

        Method = method;
        Target = target;
        Origin = origin;
        Authorization = authorization;
        Body = body;
        Query = QueryInput.Parse(question < 0 ? string.Empty : target[(question + 1)..]);
        // Segments are unescaped one by one, so an id that contains a slash remains one segment.
        Segments = [.. path.Split('/').Skip(1).Select(Uri.UnescapeDataString)];
    }

    public string Method { get; }

    /// <summary>Gets the path and query as they were sent.</summary>
    public string Target { get; }

    public Uri Origin { get; }

    public string? Authorization { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public QueryInput Query { get; }

    public IReadOnlyList<string> Segments { get; }

    /// <summary>Gets whether the request is a control call and not a call of the emulated API.</summary>
    public bool IsControl => Segments is ["_emulator", ..];
}
