using System.Globalization;
using DodoUpsell.Charging;
using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using DodoUpsell.Offers.Experiments;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell.Tests.Support;

/// <summary>
/// A seller's app with offers against the emulator. Offers are disclosed and stored directly, without deciding whether
/// they apply. Several nodes can share a ledger and a store.
/// </summary>
internal sealed class OfferShop
{
    public const string Rule = "ebook-after-purchase";

    private readonly OfferFlow _flow;

    public OfferShop(
        DodoEmulator? emulator = null,
        IChargeLedger? ledger = null,
        IOfferStore? store = null,
        Action<OfferOptions>? configure = null,
        LogLines? log = null
    )
    {
        Emulator = emulator ?? new DodoEmulator();
        Wire = new Wire(Emulator);
        Clock = new SleepingClock(Emulator.Clock);
        Ledger = ledger ?? new InMemoryChargeLedger();
        Store = store ?? new InMemoryOfferStore();
        Options.Rules.Add(RuleOf(Rule));
        configure?.Invoke(Options);
        var dodo = The.ClientOf(Wire, Clock, loggers: log);
        var charges = new ChargeEngine(
            dodo,
            Ledger,
            () => new ChargingOptions(),
            Clock,
            ChargeMessages.English,
            (log ?? (Microsoft.Extensions.Logging.ILoggerFactory)NullLoggerFactory.Instance).CreateLogger("DodoUpsell")
        );
        Engine = new OfferEngine(
            charges,
            Store,
            () => new OfferCatalogue(Options),
            new HashOfferAllocator(),
            () => [],
            [],
            OfferMessages.Default
        );
        Discloser = new OfferDiscloser(Engine);
        Settler = new OfferSettler(Engine);
        Reconciler = new ChargeReconciler(charges);
        _flow = new OfferFlow(Engine);
    }

    public DodoEmulator Emulator { get; }

    public Wire Wire { get; }

    public TimeProvider Clock { get; }

    public IChargeLedger Ledger { get; }

    public IOfferStore Store { get; }

    public OfferOptions Options { get; } = new();

    public OfferEngine Engine { get; }

    public OfferDiscloser Discloser { get; }

    public OfferSettler Settler { get; }

    public ChargeReconciler Reconciler { get; }

    public OfferFlow Flow => _flow;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static ResolvedSale.Cart Ebook { get; } = CartOf(DemoSeed.Ebook);

    public static ResolvedSale.Change ToPro { get; } =
        new(new PlanChangeRequest { SubscriptionId = DemoSeed.BasicSubscription, ProductId = DemoSeed.ProPlan });

    public static SubjectIds Ada { get; } = SubjectIds.OfCustomer(DemoSeed.CustomerWithCards);

    public static ResolvedSale.Cart CartOf(params string[] products) =>
        new([.. products.Select(id => new CheckoutItem { ProductId = id, Quantity = 1 })], null, null, null);

    public static OfferRule RuleOf(string id) =>
        new()
        {
            Id = id,
            Sale = new OfferedSale.Products { Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }] },
        };

    public OfferCandidate Candidate(
        ResolvedSale? sale = null,
        string customerId = DemoSeed.CustomerWithCards,
        string culture = "en",
        params string[] codes
    ) =>
        new()
        {
            Rule = RuleOf(Rule),
            Sale = sale ?? Ebook,
            Discounts = [.. codes.Select(code => new OfferDiscount { Code = code })],
            TextKey = Rule,
            CustomerId = customerId,
            ExpiresAt = Now + TimeSpan.FromMinutes(15),
            Culture = Of(culture),
        };

    public async Task<OfferTerms> DiscloseAsync(OfferCandidate candidate)
    {
        var (terms, whyNot) = await Discloser.DiscloseAsync(candidate, "ofr_shown", CancellationToken.None);
        Assert.True(terms is not null, $"Not disclosed: {whyNot}");
        return terms;
    }

    /// <summary>Discloses an offer and stores it, as a decision would.</summary>
    public async Task<OfferRecord> OfferAsync(
        ResolvedSale? sale = null,
        string id = "ofr_1",
        string customerId = DemoSeed.CustomerWithCards,
        string? slot = null,
        TimeSpan? expiry = null
    )
    {
        var candidate = Candidate(sale, customerId) with { ExpiresAt = Now + (expiry ?? TimeSpan.FromMinutes(15)) };
        var (terms, whyNot) = await Discloser.DiscloseAsync(candidate, id, CancellationToken.None);
        Assert.True(terms is not null, $"Not disclosed: {whyNot}");
        return await Store.AddAsync(
            new OfferRecord
            {
                Environment = DodoEnvironment.Test,
                Id = id,
                Slot = slot,
                SubjectId = $"customer:{customerId}",
                CustomerId = customerId,
                RuleId = Rule,
                Placement = OfferPlacement.PostPurchase,
                MadeAt = Now,
                ExpiresAt = candidate.ExpiresAt,
                Shown = terms.Disclosure.DueNow,
                Terms = terms.ToJson(),
            }
        );
    }

    public Task<OfferOutcome> AcceptAsync(OfferRecord offer, SubjectIds? subject = null, string? disclosureId = null) =>
        Flow.AcceptAsync(
            new AcceptOfferRequest
            {
                OfferId = offer.Id,
                DisclosureId = disclosureId ?? DisclosureOf(offer).Id,
                Subject = subject ?? SubjectIds.OfCustomer(offer.CustomerId),
            }
        );

    public async Task<OfferRecord> RecordAsync(string id = "ofr_1") =>
        await Store.FindAsync(DodoEnvironment.Test, id) ?? throw new InvalidOperationException($"No offer {id}.");

    public Task<ConsentReceipt?> ReceiptAsync(string id = "ofr_1") => Store.FindReceiptAsync(DodoEnvironment.Test, id);

    public static OfferDisclosure DisclosureOf(OfferRecord offer) => OfferTerms.Parse(offer.Terms).Disclosure;

    /// <summary>Lets time pass, with the workers at work all the while.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan? step = null)
    {
        var end = Emulator.Clock.GetUtcNow() + time;
        while (Emulator.Clock.GetUtcNow() < end)
        {
            var left = end - Emulator.Clock.GetUtcNow();
            Emulator.Clock.Advance(step < left ? step.Value : left);
            await Reconciler.RunAsync();
            await Flow.ReconcileAsync();
        }
    }

    public void Break(
        EmulatedFaultKind kind,
        string path,
        int times = 1,
        string method = "POST",
        System.Net.HttpStatusCode? status = null
    ) =>
        Emulator.AddFault(
            new EmulatedFault(kind)
            {
                Method = method,
                Path = path,
                Times = times,
                Status = status,
            }
        );

    // Where the runtime has no culture data, the app has none either.
    private static CultureInfo Of(string name) => DodoUpsell.TestKit.Cultures.Of(name);
}
