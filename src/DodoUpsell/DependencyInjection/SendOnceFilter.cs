using System.Collections.Concurrent;
using DodoUpsell.Http;
using Microsoft.Extensions.Http;

namespace DodoUpsell.DependencyInjection;

/// <summary>
/// Inserts the guard between the app's handlers and the connection, whatever the app configures and in any order.
/// </summary>
internal sealed class SendOnceFilter(IEnumerable<HttpRegistered> ours) : IHttpMessageHandlerBuilderFilter
{
    private readonly ConcurrentDictionary<string, HttpRegistered> _guarded = new(StringComparer.Ordinal);

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (Ours(builder.Name) is not { } http)
                return;

            // Wrapping the primary handler keeps the guard below handlers that other filters add later.
            builder.PrimaryHandler = new SendOnceHandler(builder.PrimaryHandler);
            _guarded[http.Name] = http;
        };

    /// <summary>
    /// Returns whether the clients of this name are guarded. False before the first one is created, or if the app
    /// replaced the factory.
    /// </summary>
    public bool IsGuarded(string name) => _guarded.ContainsKey(name);

    private HttpRegistered? Ours(string? name)
    {
        foreach (var http in ours)
        {
            if (string.Equals(http.Name, name, StringComparison.Ordinal))
                return http;
        }

        return null;
    }
}
