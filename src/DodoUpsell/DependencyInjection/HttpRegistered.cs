namespace DodoUpsell.DependencyInjection;

/// <summary>Records the name of an HttpClient that was registered for a client.</summary>
internal sealed record HttpRegistered(string Name);
