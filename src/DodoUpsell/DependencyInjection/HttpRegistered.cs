namespace DodoUpsell.DependencyInjection;

/// <summary>The name of an HttpClient that was registered for a client.</summary>
internal sealed record HttpRegistered(string Name);
