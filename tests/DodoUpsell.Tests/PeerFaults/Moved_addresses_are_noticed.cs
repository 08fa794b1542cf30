using DodoUpsell.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 18: pooled connections lived for ever, so a change of DNS went unseen.</summary>
public sealed class Moved_addresses_are_noticed
{
    [Fact]
    public void Pooled_connections_of_a_client_of_its_own_end()
    {
        using var handler = DodoHttp.NewHandler();

        Assert.InRange(handler.PooledConnectionLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Pooled_connections_of_a_registered_client_end()
    {
        var services = new ServiceCollection();
        services.AddDodoUpsells(options => (options.ApiKey, options.Environment) = ("key", DodoEnvironment.Test));
        using var provider = services.BuildServiceProvider();

        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("DodoUpsell");
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler;

        var sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.InRange(sockets.PooledConnectionLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Assert.False(sockets.AllowAutoRedirect);
    }
}
