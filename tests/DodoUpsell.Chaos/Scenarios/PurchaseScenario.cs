using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>An upsell or cross-sell: one product, one charge key.</summary>
internal sealed record PurchaseScenario : Scenario
{
    private const int Price = 1900;

    private static readonly string?[] Cards =
    [
        TestCards.Visa,
        TestCards.Visa,
        TestCards.Visa,
        TestCards.Visa,
        TestCards.GenericDecline,
        TestCards.InsufficientFunds,
        TestCards.AttachesThenFails,
        TestCards.ThreeDSecure,
        TestCards.ThreeDSecure,
        null,
    ];

    private static readonly string?[] Countries = [null, null, "US", "DE"];

    public required string Flow { get; init; }

    /// <summary>The saved card, or null if the customer has none.</summary>
    public required string? Card { get; init; }

    /// <summary>The country of the given billing address, or null if none is given.</summary>
    public required string? Country { get; init; }

    /// <summary>Whether the customer has an earlier payment with an address in Germany.</summary>
    public required bool HasPaidBefore { get; init; }

    /// <summary>The difference between the price shown and the amount due, or null if no price is given.</summary>
    public required int? ShownAbove { get; init; }

    public required bool OfferCheckout { get; init; }

    public required bool BySession { get; init; }

    private string Key => $"run-{Number}";

    // If no address is given, the address of the last payment is used if the route supports it; otherwise that of the
    // card.
    private bool IsTaxed => (Country ?? (Flow == "crosssell" && !BySession && HasPaidBefore ? "DE" : "US")) == "DE";

    private long? PriceShown => Price + (IsTaxed ? (long)(Price * Conditions.TaxPercent / 100) : 0) + ShownAbove;

    public static PurchaseScenario Draw(int number, int seed, int processes, string? flow)
    {
        var random = Dice(seed, number);
        var refund = random.Next(8) switch
        {
            0 => RefundBeforeLook.All,
            1 => RefundBeforeLook.Part,
            _ => RefundBeforeLook.Nothing,
        };
        var conditions = Conditions.Draw(random, mayListLate: true);

        // If reads settle the payment, the first read would come before the refund.
        if (refund != RefundBeforeLook.Nothing && conditions.Settlement.ProcessingReads is not null)
            conditions = conditions with { Settlement = PaymentSettlement.Immediate };
        return new PurchaseScenario
        {
            Number = number,
            Seed = random.Next(),
            Conditions = conditions,
            Flow = flow ?? (random.Next(2) == 0 ? "upsell" : "crosssell"),
            Card = Cards[random.Next(Cards.Length)],
            Country = Countries[random.Next(Countries.Length)],
            HasPaidBefore = random.Next(3) == 0,
            ShownAbove = random.Next(6) switch
            {
                0 => 0,
                1 => 500,
                2 => -100,
                3 => -Price * 19 / 100,
                _ => null,
            },
            OfferCheckout = random.Next(4) != 0,
            BySession = random.Next(3) == 0,
            Clicks = Clicked(random),
            Deaths = DrawDeaths(random, processes, 80),
            ClockOffsets = DrawOffsets(random, processes),
            Visit = (PageVisit)random.Next(Enum.GetValues<PageVisit>().Length),
            ReturnsAfterHour = random.Next(2) == 0,
            ReturnsNextDay = random.Next(3) == 0,
            Refund = refund,
            HasLiveTwin = random.Next(5) == 0,
        };
    }

    public override void Prepare(DodoEmulator emulator)
    {
        emulator.PutCustomer(CustomerId);
        if (HasPaidBefore)
            PayBefore(emulator);
        if (Card is { } card)
            emulator.SaveCard(CustomerId, card);
    }

    public override Task<IReadOnlyList<Click>> OpenAsync(Node shop) =>
        Task.FromResult<IReadOnlyList<Click>>([
            new Click.Buy(Number, Key, Flow, CustomerId, Country, PriceShown, OfferCheckout, BySession),
        ]);

    public override IEnumerable<string> Judge(Ending ending)
    {
        foreach (var wrong in Judgement.Of(ending, Key, [.. ending.Charges.Select(charge => charge.PaymentId)]))
            yield return wrong;
        if (
            ending.WithCore
            && PriceShown is { } shown
            && ending.Charges.Any(charge => charge.Amount > shown && !ending.PaidOnPages().Contains(charge.PaymentId))
        )
            yield return Judgement.AboveShown;
    }

    // Usually two or a few clicks; occasionally many.
    private static int Clicked(Random random) =>
        random.Next(20) switch
        {
            < 12 => random.Next(1, 4),
            < 19 => random.Next(4, 15),
            _ => random.Next(15, 61),
        };

    private void PayBefore(DodoEmulator emulator)
    {
        var card = emulator.SaveCard(CustomerId, TestCards.Mastercard);
        using var http = new HttpClient(emulator.CreateHandler()) { BaseAddress = DodoEmulator.InProcessAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "chaos");
        Send(
            HttpMethod.Post,
            "payments",
            new JsonObject
            {
                ["product_cart"] = new JsonArray(new JsonObject { ["product_id"] = DemoSeed.Ebook, ["quantity"] = 1 }),
                ["customer"] = new JsonObject { ["customer_id"] = CustomerId },
                ["billing"] = new JsonObject { ["country"] = "DE" },
                ["payment_method_id"] = card,
                ["metadata"] = new JsonObject
                {
                    ["dodoupsell_key"] = $"earlier-{Number}",
                    ["dodoupsell_attempt"] = new Guid(Number + 1, 0, 0, new byte[8]).ToString("N"),
                },
            }
        );
        Send(HttpMethod.Delete, $"customers/{CustomerId}/payment-methods/{card}", body: null);

        void Send(HttpMethod method, string path, JsonObject? body)
        {
            using var request = new HttpRequestMessage(method, path)
            {
                Content = body is null ? null : JsonContent.Create(body),
            };
            using var answer = http.Send(request);
            answer.EnsureSuccessStatusCode();
        }
    }
}
