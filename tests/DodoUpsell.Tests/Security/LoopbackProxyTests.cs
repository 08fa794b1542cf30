using System.Net;
using DodoUpsell.Http;
using DodoUpsell.Tests.Snippets;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Security;

/// <summary>
/// Plain http is allowed for this machine only, so it must not leave it through a proxy that the environment names.
/// </summary>
[Collection(nameof(OneConsole))]
public sealed class LoopbackProxyTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task An_address_of_this_machine_is_reached_directly(string host)
    {
        await using var api = new ScriptedServer(new Reply(200, The.CustomerJson));
        await using var proxy = new ScriptedServer(Reply.Error(502, "PROXY"));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        try
        {
            using var dodo = new DodoClient(The.Options(new UriBuilder(api.Address) { Host = host }.Uri));
            await dodo.Customers.GetAsync("cus_1");
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Empty(proxy.Received);
        Assert.Single(api.Received);
    }

    [Fact]
    public void Every_other_address_goes_the_way_of_the_environment()
    {
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy("http://proxy.example:3128");
        try
        {
            using var handler = DodoHttp.NewHandler();
            var address = new Uri("https://test.dodopayments.com/");
            var chosen = handler.Proxy ?? HttpClient.DefaultProxy;

            Assert.False(chosen.IsBypassed(address));
            Assert.Equal(new Uri("http://proxy.example:3128"), chosen.GetProxy(address));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }
}
