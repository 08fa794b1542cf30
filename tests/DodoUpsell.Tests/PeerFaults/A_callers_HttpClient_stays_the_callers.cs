using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 15: disposing the client disposed the caller's <see cref="HttpClient"/>.</summary>
public sealed class A_callers_HttpClient_stays_the_callers
{
    [Fact]
    public async Task It_works_on_after_the_client_is_disposed_of_and_is_not_changed()
    {
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.CustomerJson));
        using var mine = new HttpClient(handler);
        var timeout = mine.Timeout;

        using (var dodo = new DodoClient(The.Options(), mine))
            await dodo.Customers.GetAsync("cus_1");

        Assert.Equal(timeout, mine.Timeout);
        Assert.Empty(mine.DefaultRequestHeaders);
        Assert.Contains("cus_1", await mine.GetStringAsync(new Uri("https://example.test/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_its_own_closes_what_it_made()
    {
        var dodo = new DodoClient(The.Options());
        dodo.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => dodo.Customers.GetAsync("cus_1"));
    }

    [Fact]
    public async Task A_client_of_its_own_closes_what_its_first_call_made()
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        var dodo = new DodoClient(The.Options(server.Address));
        var derived = (DodoClient)dodo.WithOptions(new RequestOptions { MaxRetries = 0 });
        await derived.Customers.GetAsync("cus_1");
        derived.Dispose();
        await dodo.Customers.GetAsync("cus_1");
        dodo.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => dodo.Customers.GetAsync("cus_1"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => derived.Customers.GetAsync("cus_1"));
    }
}
