using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using DodoUpsell.Emulator;
using DodoUpsell.TestKit;
using Npgsql;

namespace DodoUpsell.Shop.Tests;

/// <summary>Two nodes of the shop on one PostgreSQL. Every user clicks on both at once, and one node dies meanwhile.</summary>
public sealed partial class TwoNodesTests(ITestOutputHelper output)
{
    private const int Users = 200;
    private const string Course = DemoSeed.Course;

    [Fact]
    public async Task Of_200_double_clicks_each_charges_once_and_is_told_although_a_node_dies()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var postgres = await PostgresServer.StartAsync(stop);
        var emulator = new DodoEmulator(new DodoEmulatorOptions { TimeSource = TimeProvider.System });
        await using var api = await emulator.StartServerAsync(cancellationToken: stop);
        Uri[] addresses = [FreeAddress(), FreeAddress()];
        foreach (var address in addresses)
            emulator.AddWebhook(new EmulatedWebhook(new Uri(address, "/webhooks/dodo")));
        var keys = Directory.CreateTempSubdirectory("dodoupsell-shop-keys-");
        string[] shared =
        [
            "--Emulator",
            api.BaseAddress.ToString(),
            "--Database",
            postgres.ConnectionString,
            "--Keys",
            keys.FullName,
            // 200 customers in a minute are more than the lowest tier of the API allows.
            "--DodoUpsell:RateLimit",
            "Off",
            "--DodoUpsell:Offers:DecisionDeadline",
            "00:00:30",
            // Leases of a dead node end soon: the nodes have one clock.
            "--DodoUpsell:MaxClockSkew",
            "00:00:10",
            "--DodoUpsell:Webhooks:HandlerTimeout",
            "00:00:05",
        ];
        await using var first = await ShopProcess.StartAsync(addresses[0], shared);
        await using var second = await ShopProcess.StartAsync(addresses[1], shared);

        // Everybody has bought the course and looks at the offer.
        using var places = new SemaphoreSlim(8);
        var users = await Task.WhenAll(Enumerable.Range(0, Users).Select(BuyInTurnAsync));
        output.WriteLine($"{users.Length} of {Users} users look at their offer");
        var offered = 0;
        await Task.WhenAll(users.Select(OneAfterAnotherAsync));

        output.WriteLine($"{offered} of {Users} users were offered something and clicked on both nodes");
        Assert.Equal(Users, offered);
        var charges = emulator.Charges.Where(charge => charge.Amount != 4900).ToList();
        var twice = charges.GroupBy(charge => charge.CustomerId).Where(group => group.Count() > 1).ToList();
        Assert.Empty(twice);

        // What the dead node had in its hands, the other one finishes.
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        while (await CountAsync(database, "dodo_settlements WHERE state <> 2", stop) > 0)
            await Task.Delay(500, stop);
        var accepted = await CountAsync(database, "dodo_offers WHERE state = 2", stop);
        var granted = await CountAsync(database, $"\"Access\" WHERE \"ProductId\" = '{DemoSeed.Ebook}'", stop);
        output.WriteLine($"{charges.Count} of {Users} offers charged, {accepted} accepted, {granted} granted");
        Assert.Equal((charges.Count, charges.Count), ((int)accepted, (int)granted));
        Assert.InRange(charges.Count, Users / 2, Users);
        keys.Delete(recursive: true);

        async Task<User> BuyInTurnAsync(int number)
        {
            await places.WaitAsync(stop);
            try
            {
                return await BuyAsync(addresses[number % 2], $"User {number}");
            }
            finally
            {
                places.Release();
            }
        }

        async Task OneAfterAnotherAsync(User user)
        {
            await places.WaitAsync(stop);
            try
            {
                await ClickTwiceAsync(user);
                if (Interlocked.Increment(ref offered) == Users / 2)
                    first.Kill();
            }
            finally
            {
                places.Release();
            }
        }

        async Task ClickTwiceAsync(User user)
        {
            var clicks = await Task.WhenAll(addresses.Select(node => ClickAsync(user, node)));
            if (clicks.Contains(HttpStatusCode.SeeOther))
                return;

            // Both answers were lost with the node. The customer clicks again.
            Assert.Equal(HttpStatusCode.SeeOther, await ClickAsync(user, addresses[1]));
        }
    }

    private static async Task<User> BuyAsync(Uri node, string name)
    {
        var visitor = new HttpVisitor();
        var signIn = await visitor.PageAsync(new Uri(node, "/sign-in"));
        await visitor.PostAsync(node, signIn, "/sign-in", ("name", name));
        var home = await visitor.PageAsync(node);
        var (_, checkout) = await visitor.PostAsync(node, home, "/buy", ("product", Course));
        var thankYou = await PayAsync(checkout!);
        var page = await visitor.PageAsync(thankYou);
        for (var tries = 0; !Offer().IsMatch(page); tries++)
        {
            Assert.True(tries < 300, $"{thankYou} shows no offer:\n{page}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await visitor.PageAsync(thankYou);
        }

        return new User(visitor, page, Offer().Match(page).Value);
    }

    // Returns where the checkout sends the customer.
    private static async Task<Uri> PayAsync(Uri checkout)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var page = await http.GetStringAsync(checkout, TestContext.Current.CancellationToken);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["country"] = "US",
            ["zipcode"] = "94107",
            ["card_number"] = TestCards.Visa,
            ["card_expiry"] = "12/39",
            ["card_cvc"] = "123",
        };
        foreach (Match hidden in HiddenField().Matches(page))
            fields[hidden.Groups["name"].Value] = WebUtility.HtmlDecode(hidden.Groups["value"].Value);
        using var form = new FormUrlEncodedContent(fields);
        using var paid = await http.PostAsync(checkout, form, TestContext.Current.CancellationToken);
        return paid.Headers.Location
            ?? throw new InvalidOperationException($"The checkout answered {paid.StatusCode} without an address.");
    }

    private static async Task<HttpStatusCode?> ClickAsync(User user, Uri node)
    {
        try
        {
            return (await user.Visitor.PostAsync(node, user.Page, user.Accept)).Status;
        }
        catch (HttpRequestException)
        {
            return null; // the node is dead
        }
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database, string from, CancellationToken stop)
    {
        await using var command = database.CreateCommand($"SELECT count(*) FROM {from}");
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    private sealed record User(HttpVisitor Visitor, string Page, string Accept);

    [GeneratedRegex("/upsell/offers/[^/\"]+/accept")]
    private static partial Regex Offer();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();
}
