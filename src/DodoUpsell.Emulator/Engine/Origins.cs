namespace DodoUpsell.Emulator.Engine;

/// <summary>
/// Under which address people reach the emulator. Read and changed only while the state's gate is held.
/// </summary>
internal sealed class Origins
{
    private readonly List<Uri> _servers = [];

    /// <summary>Where the request in hand was sent; null between requests.</summary>
    public Uri? Request { get; set; }

    /// <summary>Whether a server runs: who talks to it lives in real time.</summary>
    public bool AreServed => _servers.Count > 0;

    public void Add(Uri server) => _servers.Add(server);

    public void Remove(Uri server) => _servers.Remove(server);

    /// <summary>
    /// Where a page is reached: where its caller is, else where its object came from, unless that was in no place that
    /// a browser can open.
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
