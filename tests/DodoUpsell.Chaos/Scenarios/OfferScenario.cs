using System.Text.Json.Nodes;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>
/// An offer that a customer accepts too often, and sometimes declines at the same time, while it expires and its price
/// changes.
/// </summary>
internal sealed record OfferScenario : Scenario
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
        null,
    ];

    private static readonly string[] Placements =
    [
        OfferRules.Short,
        OfferRules.Hour,
        OfferRules.Hour,
        OfferRules.Day,
        OfferRules.Day,
        OfferRules.Plan,
    ];

    /// <summary>The saved card, or null if the customer has none.</summary>
    public required string? Card { get; init; }

    public required string Placement { get; init; }

    /// <summary>Whether the customer clicks on the no as often as on the yes.</summary>
    public required bool Declines { get; init; }

    /// <summary>Whether the customer says yes again to an offer that has changed.</summary>
    public required bool Persists { get; init; }

    /// <summary>What the seller adds to the price between the clicks.</summary>
    public required int PriceChange { get; init; }

    public override bool Hesitates => Seed % 5 == 1;

    private string SubscriptionId => $"sub_run_{Number}";

    public static OfferScenario Draw(int number, int seed, int processes)
    {
        var random = Dice(seed, number);
        var conditions = Conditions.Draw(random);

        // A process that sleeps between its preview and its charge cannot know the new price.
        var isPrompt = conditions is { Pauses: 0, LongSleepAt: null };
        var placement = Placements[random.Next(Placements.Length)];
        var card = placement == OfferRules.Plan ? TestCards.Visa : Cards[random.Next(Cards.Length)];

        // The emulator has one customer for both environments: what the twin left pending or changed is offered to
        // nobody.
        return new OfferScenario
        {
            Number = number,
            Seed = random.Next(),
            Conditions = conditions,
            Card = card,
            Placement = placement,
            Declines = random.Next(4) == 0,
            Persists = random.Next(2) == 0,
            PriceChange = isPrompt ? random.Next(-1, 2) * 500 : 0,
            Clicks = random.Next(10) == 0 ? random.Next(5, 30) : random.Next(1, 5),
            Deaths = DrawDeaths(random, processes, 80),
            ClockOffsets = DrawOffsets(random, processes),
            Visit = (PageVisit)random.Next(Enum.GetValues<PageVisit>().Length),
            ReturnsAfterHour = random.Next(2) == 0,
            ReturnsNextDay = random.Next(3) == 0,
            HasLiveTwin = random.Next(5) == 0 && placement != OfferRules.Plan && card != TestCards.ThreeDSecure,
        };
    }

    public override void Prepare(DodoEmulator emulator)
    {
        emulator.PutCustomer(CustomerId);
        if (Card is { } card)
            emulator.SaveCard(CustomerId, card);
        if (Placement == OfferRules.Plan)
            emulator.PutSubscription(
                SubscriptionId,
                new JsonObject { ["customer_id"] = CustomerId, ["product_id"] = DemoSeed.BasicPlan }
            );
    }

    public override async Task<IReadOnlyList<Click>> OpenAsync(Node shop)
    {
        var decision = await shop.Get<IOfferFlow>()
            .FindOfferAsync(SubjectIds.OfCustomer(CustomerId), Placement)
            .ConfigureAwait(false);
        if (decision.Offer is not { } offer)
            throw new InvalidOperationException(
                $"There is no offer: {decision.NoOffer} {string.Join(", ", decision.Rules)}"
            );
        var key = Placement == OfferRules.Plan ? $"planchange-{offer.Id}" : offer.Id;
        List<Click> clicks = [new Click.Accept(Number, key, offer.Id, offer.Disclosure.Id, CustomerId, Persists)];
        if (Declines)
            clicks.Add(new Click.Decline(Number, key, offer.Id, CustomerId));
        return clicks;
    }

    public override void Meanwhile(DodoEmulator emulator)
    {
        if (PriceChange != 0)
            emulator.PutProduct(
                DemoSeed.Ebook,
                new JsonObject
                {
                    ["name"] = "E-book",
                    ["tax_category"] = "e_book",
                    ["price"] = new JsonObject
                    {
                        ["type"] = "one_time_price",
                        ["price"] = Price + PriceChange,
                        ["currency"] = "USD",
                        ["discount"] = 0,
                        ["purchasing_power_parity"] = false,
                    },
                }
            );
    }

    public override IEnumerable<string> Judge(Ending ending)
    {
        var key = ending.Clicks[0].Key;
        foreach (var wrong in Judgement.Of(ending, key, [.. ending.Charges.Select(charge => charge.PaymentId)]))
            yield return wrong;
        foreach (var wrong in OfferJudgement.Of(ending, key))
            yield return wrong;
    }
}
