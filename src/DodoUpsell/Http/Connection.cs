namespace DodoUpsell.Http;

/// <summary>What all calls of a client share: its connections and its clocks.</summary>
/// <param name="Http">Sends the requests.</param>
/// <param name="IsGuarded">Whether a <see cref="SendOnceHandler"/> stands right above the connection.</param>
/// <param name="Clock">This node's clock.</param>
/// <param name="ServerClock">Compares it with the API's.</param>
internal sealed record Connection(HttpClient Http, bool IsGuarded, TimeProvider Clock, ServerClock ServerClock);
