using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>A demo shop whose charges are final at once, with words for what tests do to subscriptions.</summary>
internal sealed class Shop : IDisposable
{
    public Shop(SubscriptionRules? rules = null, decimal taxPercent = 0, PaymentSettlement? settlement = null)
    {
        Emulator = new DodoEmulator(
            new DodoEmulatorOptions
            {
                Settlement = settlement ?? PaymentSettlement.Immediate,
                Subscriptions = rules ?? new SubscriptionRules(),
                TaxPercent = taxPercent,
            }
        );
        Api = new ApiCaller(Emulator);
    }

    public DodoEmulator Emulator { get; }

    public ApiCaller Api { get; }

    /// <summary>What was charged, in order.</summary>
    public int[] Charged => [.. Emulator.Charges.Select(charge => charge.Amount)];

    /// <summary>Credit movements, in order.</summary>
    public long[] Credits =>
        [.. Emulator.GetState()["credits"]!.AsArray().Select(entry => entry!["amount"]!.GetValue<long>())];

    /// <summary>What happened to a subscription, without the prefix.</summary>
    public string[] Events(string id = DemoSeed.BasicSubscription) =>
        [
            .. Emulator
                .State.Events.Raised.Where(raised => raised.SubjectId == id)
                .Select(raised => raised.Type["subscription.".Length..]),
        ];

    public async Task<JsonNode> Read(string id = DemoSeed.BasicSubscription) =>
        (await Api.Get($"subscriptions/{id}")).Ok;

    public Task<Answer> Change(
        string product,
        string mode = "difference_immediately",
        int quantity = 1,
        string more = "",
        string id = DemoSeed.BasicSubscription
    ) => Api.Post($"subscriptions/{id}/change-plan", Body(product, mode, quantity, more));

    public async Task<JsonNode> Preview(
        string product,
        string mode = "difference_immediately",
        int quantity = 1,
        string more = "",
        string id = DemoSeed.BasicSubscription
    ) => (await Api.Post($"subscriptions/{id}/change-plan/preview", Body(product, mode, quantity, more))).Ok;

    public Task<Answer> Patch(string json, string id = DemoSeed.BasicSubscription) =>
        Api.Patch($"subscriptions/{id}", json);

    public void Advance(int days) => Emulator.Clock.Advance(TimeSpan.FromDays(days));

    /// <summary>Moves on to just after the next renewal.</summary>
    public async Task Renew(string id = DemoSeed.BasicSubscription)
    {
        var next = DateTimeOffset.Parse(
            (await Read(id)).Text("next_billing_date")!,
            System.Globalization.CultureInfo.InvariantCulture
        );
        Emulator.Clock.AdvanceTo(next.AddSeconds(5));
    }

    /// <summary>Gives the demo subscription another card, by its number.</summary>
    public string UseCard(string number, string more = "")
    {
        var card = Emulator.SaveCard(DemoSeed.CustomerWithCards, number);
        Put($$"""{ "payment_method_id": "{{card}}"{{(more.Length == 0 ? "" : "," + more)}} }""");
        return card;
    }

    /// <summary>Replaces the demo subscription: ten days of thirty have passed.</summary>
    public void Put(string json, string id = DemoSeed.BasicSubscription)
    {
        var members = JsonNode.Parse(json)!.AsObject();
        var now = Emulator.Clock.GetUtcNow();
        members.TryAdd("customer_id", DemoSeed.CustomerWithCards);
        members.TryAdd("product_id", DemoSeed.BasicPlan);
        members.TryAdd(
            "previous_billing_date",
            now.AddDays(-10).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)
        );
        members.TryAdd(
            "next_billing_date",
            now.AddDays(20).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)
        );
        Emulator.PutSubscription(id, members);
    }

    public void Dispose() => Api.Dispose();

    private static string Body(string product, string mode, int quantity, string more) =>
        $$"""
            {
              "product_id": "{{product}}",
              "quantity": {{quantity}},
              "proration_billing_mode": "{{mode}}"{{(more.Length == 0 ? "" : "," + more)}}
            }
            """;
}
