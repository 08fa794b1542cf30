namespace DodoUpsell.Http;

/// <summary>The connections and clocks that all calls of a client share.</summary>
/// <param name="http">
/// The client that sends the requests, or null to create one for the first request: most of what a new client would
/// allocate is needed for connections only.
/// </param>
/// <param name="isGuarded">Whether a <see cref="SendOnceHandler"/> is directly above the connection.</param>
/// <param name="clock">This node's clock.</param>
/// <param name="serverClock">The comparison with the API's clock.</param>
internal sealed class Connection(HttpClient? http, bool isGuarded, TimeProvider clock, ServerClock serverClock)
{
    private HttpClient? _http = http;
    private volatile bool _isClosed;
    private Header? _header;

    /// <exception cref="ObjectDisposedException">The connection was closed before it was used.</exception>
    public HttpClient Http => _http ?? Create();

    public bool IsGuarded { get; } = isGuarded;

    public TimeProvider Clock { get; } = clock;

    public ServerClock ServerClock { get; } = serverClock;

    /// <summary>Returns the header's value for a key. The last one is kept, because the key rarely changes.</summary>
    public string Authorization(string apiKey)
    {
        var header = _header;
        if (header is null || !ReferenceEquals(header.ApiKey, apiKey))
            _header = header = new Header(apiKey);
        return header.Value;
    }

    /// <summary>Closes the connections. Later requests fail.</summary>
    public void Close()
    {
        _isClosed = true;
        Interlocked.MemoryBarrier();
        _http?.Dispose();
    }

    // Two first calls may both create one; the first to store it wins.
    private HttpClient Create()
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(DodoClient));
        var created = DodoHttp.NewClient();
        if (Interlocked.CompareExchange(ref _http, created, null) is { } earlier)
        {
            created.Dispose();
            return earlier;
        }

        // Close may have run before it could see this client.
        if (_isClosed)
            created.Dispose();
        return created;
    }

    private sealed class Header(string apiKey)
    {
        public string ApiKey { get; } = apiKey;

        public string Value { get; } = "Bearer " + apiKey;
    }
}
