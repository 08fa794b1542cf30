namespace DodoUpsell.Http;

/// <summary>The connections and clocks that all calls of a client share.</summary>
/// <param name="Http">The client that sends the requests.</param>
/// <param name="IsGuarded">Whether a <see cref="SendOnceHandler"/> is directly above the connection.</param>
/// <param name="Clock">This node's clock.</param>
/// <param name="ServerClock">The comparison with the API's clock.</param>
internal sealed record Connection(HttpClient Http, bool IsGuarded, TimeProvider Clock, ServerClock ServerClock);
