using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;

namespace DodoUpsell.Emulator.Tests.Engine;

/// <summary>What is found by index is what a scan of everything finds, in the same order.</summary>
public sealed class IndexTests : IDisposable
{
    private static readonly string[] Customers = ["cus_1", "cus_2", "cus_3", DemoSeed.CustomerWithCards];
    private static readonly string[] Plans = [DemoSeed.BasicPlan, DemoSeed.ProPlan];

    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;
    private readonly Dictionary<string, string> _cards = new(StringComparer.Ordinal)
    {
        [DemoSeed.CustomerWithCards] = DemoSeed.GoodCard,
    };

    public IndexTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_was_made_and_replaced_lists_by_customer_are_those_of_a_scan(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 3; round++)
        {
            Fill();
            for (var step = 0; step < 40; step++)
                await ActAsync(random);
            await AssertListsAsync();
            _emulator.Reset();
            await AssertListsAsync();
        }
    }

    [Fact]
    public async Task A_subscription_that_is_replaced_moves_to_its_new_customer_and_keeps_its_place()
    {
        Fill();
        foreach (var id in new[] { "sub_1", "sub_2", "sub_3" })
            _emulator.PutSubscription(id, new JsonObject { ["customer_id"] = id is "sub_2" ? "cus_2" : "cus_1" });

        _emulator.PutSubscription("sub_2", new JsonObject { ["customer_id"] = "cus_1" });

        Assert.Equal(
            ["sub_3", "sub_2", "sub_1"],
            (await _api.Get("subscriptions?customer_id=cus_1")).Ids("subscription_id")
        );
        Assert.Empty((await _api.Get("subscriptions?customer_id=cus_2")).Items);
    }

    [Fact]
    public void Rows_with_several_keys_are_found_by_each_replaced_in_place_and_forgotten()
    {
        var table = new Table<Row>("row", row => row.Id);
        table.Put(new("early", "x"));
        var index = table.IndexBy(row => row.Keys);
        table.Put(new("a", "x", "y"));
        table.Put(new("b", "y", "y"));
        table.Put(new("c", "x"));

        Assert.Equal(["early", "a", "c"], index.Of("x").Select(row => row.Id));
        Assert.Equal(["b", "a"], index.NewestFirst("y").Select(row => row.Id));

        table.Put(new("a", "y"));
        table.Put(new("b", "x"));
        Assert.Equal(["early", "b", "c"], index.Of("x").Select(row => row.Id));
        Assert.Equal(["a"], index.NewestFirst("y").Select(row => row.Id));
        Assert.Equal(["c", "b", "a", "early"], table.NewestFirst().Select(row => row.Id));

        table.Remove(new("b"));
        Assert.Equal(["c", "early"], index.NewestFirst("x").Select(row => row.Id));

        table.Clear();
        Assert.Empty(index.Of("x"));
        table.Put(new("a", "x"));
        Assert.Equal(["a"], index.Of("x").Select(row => row.Id));
    }

    private void Fill()
    {
        foreach (var customer in Customers)
        {
            _emulator.PutCustomer(customer);
            _cards[customer] = _emulator.SaveCard(customer, TestCards.Visa);
        }
    }

    private async Task ActAsync(Random random)
    {
        var customer = Customers[random.Next(Customers.Length)];
        switch (random.Next(6))
        {
            case 0:
                _emulator.PutSubscription(
                    string.Create(CultureInfo.InvariantCulture, $"sub_{random.Next(5)}"),
                    new JsonObject { ["customer_id"] = customer, ["product_id"] = Plans[random.Next(Plans.Length)] }
                );
                break;
            case 1:
                await _api.OneClick(customer, _cards[customer], Plans[random.Next(Plans.Length)]);
                break;
            case 2:
                _cards[customer] = _emulator.SaveCard(customer, TestCards.Mastercard);
                break;
            case 3:
                _emulator.Clock.Advance(TimeSpan.FromDays(random.Next(20)));
                break;
            case 4 when _emulator.Charges is [.., var last] && last.Amount > 0:
                await _api.Post("refunds", $$"""{"payment_id":"{{last.PaymentId}}"}""");
                break;
            default:
                await _api.OneClick(customer, _cards[customer], DemoSeed.Ebook);
                break;
        }
    }

    private async Task AssertListsAsync()
    {
        var state = _emulator.GetState();
        var buyers = state["payments"]!
            .AsArray()
            .ToDictionary(payment => payment!.Text("payment_id")!, payment => CustomerOf(payment!));
        foreach (var customer in Customers)
        {
            await AssertListAsync("payments", "payment_id", "customer_id", customer, CustomerOf);
            await AssertListAsync("subscriptions", "subscription_id", "customer_id", customer, CustomerOf);
            await AssertListAsync("refunds", "refund_id", "customer_id", customer, BuyerOf);
            var methods = await _api.Get($"customers/{customer}/payment-methods");
            Assert.Equal(
                state["payment_methods"]!
                    .AsArray()
                    .Where(method => method!.Text("customer_id") == customer)
                    .Select(method => method!.Text("payment_method_id"))
                    .Order(StringComparer.Ordinal),
                methods.Status is System.Net.HttpStatusCode.OK
                    ? methods.Ids("payment_method_id").Order(StringComparer.Ordinal)
                    : []
            );
        }

        foreach (var subscription in state["subscriptions"]!.AsArray().Select(one => one!.Text("subscription_id")!))
        {
            await AssertListAsync("payments", "payment_id", "subscription_id", subscription, One);
            await AssertListAsync(
                "payments",
                "payment_id",
                $"customer_id={Customers[0]}&subscription_id",
                subscription,
                row => CustomerOf(row) == Customers[0] ? One(row) : null
            );
        }

        string? BuyerOf(JsonNode refund) => buyers[refund.Text("payment_id")!];
        static string? CustomerOf(JsonNode row) => row["customer"]!.Text("customer_id");
        static string? One(JsonNode row) => row.Text("subscription_id");
    }

    private async Task AssertListAsync(
        string list,
        string id,
        string filter,
        string value,
        Func<JsonNode, string?> valueOf
    )
    {
        var scanned = (await AllAsync(list, "")).Where(row => valueOf(row) == value).Select(row => row.Text(id));
        var found = (await AllAsync(list, $"&{filter}={value}")).Select(row => row.Text(id));
        Assert.Equal(scanned, found);
    }

    private async Task<List<JsonNode>> AllAsync(string list, string filter)
    {
        var rows = new List<JsonNode>();
        for (var page = 0; ; page++)
        {
            var answer = await _api.Get(
                string.Create(CultureInfo.InvariantCulture, $"{list}?page_size=7&page_number={page}{filter}")
            );
            if (answer.Items.Count == 0)
                return rows;
            rows.AddRange(answer.Items.Select(row => row!));
        }
    }

    private sealed record Row(string Id, params string[] Keys);
}
