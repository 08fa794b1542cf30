namespace DodoUpsell.Http;

/// <summary>The connections and clocks that all calls of a client share.</summary>
/// <param name="http">The client that sends the requests.</param>
/// <param name="isGuarded">Whether a <see cref="SendOnceHandler"/> is directly above the connection.</param>
/// <param name="clock">This node's clock.</param>
/// <param name="serverClock">The comparison with the API's clock.</param>
internal sealed class Connection(HttpClient http, bool isGuarded, TimeProvider clock, ServerClock serverClock)
{
    private Header? _header;

    public HttpClient Http { get; } = http;

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

    private sealed class Header(string apiKey)
    {
        public string ApiKey { get; } = apiKey;

        public string Value { get; } = "Bearer " + apiKey;
    }
}
