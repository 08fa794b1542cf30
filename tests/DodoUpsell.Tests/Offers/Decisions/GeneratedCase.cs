using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

/// <summary>
/// A catalogue and a subject, made from a seed. Ids come from small sets, so that rules and facts often meet.
/// </summary>
internal sealed class GeneratedCase
{
    private static readonly string[] Products = ["course", "ebook", "basic", "pro", "team", "addon"];
    private static readonly string[] Placements = [OfferPlacement.PostPurchase, "account"];
    private static readonly string[] Codes = ["ONE", "TWO"];

    private readonly Random _random;

    public GeneratedCase(int seed)
    {
        _random = new Random(seed);
        var options = new OfferOptions { Families = { new("plans", ["basic", "pro", "team"]) } };
        for (var i = 0; i < 4; i++)
            options.Rules.Add(Rule($"rule-{i}"));
        Catalogue = new OfferCatalogue(options);
        Offers = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Record())];
        Facts = NewFacts();
    }

    public OfferCatalogue Catalogue { get; }

    /// <summary>Gets the offers that the memory of the facts is made of.</summary>
    public IReadOnlyList<OfferRecord> Offers { get; }

    public OfferFacts Facts { get; }

    private static DateTimeOffset Now => EvaluatorRows.Now;

    private OfferRule Rule(string id) =>
        new()
        {
            Id = id,
            Sale = Sale(),
            Enabled = Mostly,
            Placement = Rarely ? Placements[1] : Placements[0],
            OnlyAsDownsell = Rarely,
            Priority = _random.Next(3),
            Expiry = Span(60),
            CoolOff = Span(60 * 24),
            Cap = Rarely ? new(_random.Next(1, 3), Half ? Span(60 * 24) : null) : null,
            StartsAt = Rarely ? Time() : null,
            EndsAt = Rarely ? Time() : null,
            OfferAgain = Half,
            Discounts = Rarely
                ?
                [
                    new()
                    {
                        Code = Pick(Codes),
                        FirstTimeBuyersOnly = Half,
                        EndsAt = Half ? Time() : null,
                    },
                ]
                : [],
            When = new()
            {
                BoughtAnyOf = Rarely ? Some() : [],
                BoughtAllOf = Rarely ? Some() : [],
                NoneOf = Rarely ? Some() : [],
                MinimumAmount = Rarely ? new(_random.Next(2000), Currency.USD) : null,
                FirstPurchase = Rarely ? Half : null,
                NoRefundFor = Rarely ? Span(60 * 24) : null,
                NoDisputeFor = Half ? Span(60 * 24) : null,
                Countries = Rarely ? [new(Half ? "US" : "DE")] : [],
                Audiences = Rarely ? [Half ? "vip" : "unknown"] : [],
            },
        };

    private OfferedSale Sale() =>
        _random.Next(5) switch
        {
            0 => new OfferedSale.PlanChange { ProductId = "pro", From = Half ? ["basic"] : [] },
            1 => new OfferedSale.Addon { AddonId = "addon", For = ["basic", "pro"] },
            2 => new OfferedSale.Products { Items = [Item(), Item()] },
            _ => new OfferedSale.Products { Items = [Item()] },
        };

    private OfferFacts NewFacts()
    {
        var known = (OfferFact)_random.Next(128) | (Mostly ? OfferFact.All : OfferFact.None);
        return new()
        {
            Now = Now,
            Placement = Rarely ? Placements[1] : Placements[0],
            IsDownsell = Rarely,
            Known = known,
            Unknown = ~known & OfferFact.All,
            Purchase = Mostly
                ? new()
                {
                    At = Time(),
                    ProductIds = Some(),
                    Amount = Mostly ? new(_random.Next(2000), Currency.USD) : null,
                    Codes = Rarely ? [Pick(Codes)] : [],
                }
                : null,
            Owned = Half ? [] : Some().ToHashSet(StringComparer.Ordinal),
            Subscriptions = [.. Enumerable.Range(0, Half ? 0 : _random.Next(3)).Select(Subscription)],
            IsChargePending = Rarely,
            PreviousPurchases = _random.Next(3),
            LastRefundAt = Rarely ? Time() : null,
            LastDisputeAt = Rarely ? Time() : null,
            HasOpenDispute = Rarely,
            Address = Mostly ? new() { Country = new("US") } : null,
            Audiences = new Dictionary<string, bool> { ["vip"] = Half },
            Memory = OfferMemory.Of(Offers),
            Paused = Rarely ? new HashSet<string> { "rule-0" } : [],
        };
    }

    private SubscriptionFacts Subscription(int number) =>
        new()
        {
            Id = $"sub-{number}",
            CustomerId = "cus",
            ProductId = Pick(Products),
            ScheduledProductId = Rarely ? Pick(Products) : null,
            IsChangeable = Mostly,
            Addons = Half ? [new() { AddonId = "addon", Quantity = _random.Next(2) }] : null,
        };

    private OfferRecord Record()
    {
        var state = (OfferState)_random.Next(7);
        var madeAt = Time();
        return DecidedOffers.Of($"rule-{_random.Next(4)}", state, madeAt, codes: Half ? [Pick(Codes)] : []) with
        {
            EndedAt = state is OfferState.Open or OfferState.Accepting ? null : madeAt + Span(10),
        };
    }

    private CheckoutItem Item() => new() { ProductId = Pick(Products), Quantity = 1 };

    private string[] Some() => [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Pick(Products))];

    private string Pick(string[] of) => of[_random.Next(of.Length)];

    private TimeSpan Span(int minutes) => TimeSpan.FromMinutes(_random.Next(1, minutes));

    // Around now, and sometimes ahead of it, as the clocks of two servers differ.
    private DateTimeOffset Time() => Now.AddMinutes(_random.Next(-90, 10));

    private bool Half => _random.Next(2) == 0;

    private bool Mostly => _random.Next(10) > 0;

    private bool Rarely => _random.Next(10) == 0;
}
