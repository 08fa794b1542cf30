namespace DodoUpsell.Emulator.Engine;

/// <summary>The URLs at which the emulator can be reached. Read and changed only under the state's lock.</summary>
internal sealed class Origins
{
    private readonly List<Uri> _servers = [];

    /// <summary>Gets or sets the base URL of the current request, or null between requests.</summary>
    public Uri? Request { get; set; }

    /// <summary>Gets whether a server is running. Its callers live in real time.</summary>
    public bool AreServed => _servers.Count > 0;

    public void Add(Uri server) => _servers.Add(server);

    public void Remove(Uri server) => _servers.Remove(server);

    /// <summary>
    /// Returns the base URL of a page: that of the current caller, otherwise the one at which its object was created,
    /// unless a browser cannot open that one.
    /// </summary>
    public Uri Of(Uri origin)
    {
        if (Request is { } caller)
            return caller;

        return _servers.Count > 0 && origin.Host.Equals(DodoEmulator.InProcessAddress.Host, StringComparison.Ordinal)
            ? _servers[^1]
            : origin;
    }
}
