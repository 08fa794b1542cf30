using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell;

/// <summary>What <c>AddDodoUpsells</c> registered, to go on configuring.</summary>
public sealed class DodoUpsellBuilder
{
    internal DodoUpsellBuilder(IServiceCollection services, string? serviceKey, IHttpClientBuilder httpClient)
    {
        Services = services;
        ServiceKey = serviceKey;
        HttpClient = httpClient;
    }

    /// <summary>The services it was registered in.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The brand's key that everything is registered with; null without one.</summary>
    public string? ServiceKey { get; }

    /// <summary>The connections: add handlers, a proxy, or a test server's handler here.</summary>
    /// <remarks>Add no handler that retries: it would stand below the rule that protects charges. One that tries is stopped.</remarks>
    public IHttpClientBuilder HttpClient { get; }
}
