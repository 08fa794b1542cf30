using System.Collections.Concurrent;
using System.Globalization;
using DodoUpsell.Charging;
using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using DodoUpsell.Offers.Experiments;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Offers.Decisions;

/// <summary>
/// A seller's app that makes offers, against the emulator. Its clock stands still until a test moves it, so that a
/// deadline ends when the test says so.
/// </summary>
internal sealed class OfferShop
{
    public const string Customer = DemoSeed.CustomerWithCards;

    private readonly ConcurrentQueue<string> _requests = new();

    public OfferShop(
        Action<OfferOptions>? configure = null,
        IOfferStore? store = null,
        DiscloseOffer? disclose = null,
        IOfferAllocator? allocator = null,
        IReadOnlyList<IOfferAudience>? audiences = null,
        DodoEmulatorOptions? emulator = null,
        TimeProvider? clock = null,
        DelegatingHandler? between = null
    )
    {
        Emulator = new DodoEmulator(emulator ?? new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        Clock = clock ?? Emulator.Clock;
        Store = store ?? new InMemoryOfferStore();
        configure?.Invoke(Options);
        Catalogue = new OfferCatalogue(Options);
        var recorder = new Recorder(Emulator.CreateHandler(), _requests);
        between?.InnerHandler = recorder;
        Dodo = The.ClientOf(between ?? (HttpMessageHandler)recorder, Clock, options => options.MaxRetries = 0);
        var charges = new ChargeEngine(
            Dodo,
            new InMemoryChargeLedger(),
            () => new ChargingOptions(),
            Clock,
            ChargeMessages.English,
            Log
        );
        Engine = new OfferEngine(
            charges,
            Store,
            () => Catalogue,
            allocator ?? new HashOfferAllocator(),
            () => audiences ?? [],
            [],
            OfferMessages.Default
        );
        Flow = new OfferFlow(Engine);
        Decider = disclose is null ? Flow.Decider : new OfferDecider(Engine, disclose);
    }

    public DodoEmulator Emulator { get; }

    public TimeProvider Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public IOfferStore Store { get; }

    public OfferOptions Options { get; } = new();

    public OfferCatalogue Catalogue { get; private set; }

    public IDodoClient Dodo { get; }

    public LogLines Log { get; } = new();

    public OfferEngine Engine { get; }

    public OfferFlow Flow { get; }

    public OfferDecider Decider { get; }

    /// <summary>Every request since the last <see cref="Forget"/>, as method and path.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public void Forget() => _requests.Clear();

    /// <summary>Offers the e-book after any purchase.</summary>
    public static OfferRule Ebook(string id = "ebook") =>
        new()
        {
            Id = id,
            Sale = new OfferedSale.Products { Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }] },
        };

    public void Configure(Action<OfferOptions> change)
    {
        change(Options);
        Catalogue = new OfferCatalogue(Options);
    }

    /// <summary>Buys with the saved card, as a checkout of the seller's own would.</summary>
    public async Task<Payment> BuyAsync(
        string productId = DemoSeed.Course,
        string customerId = Customer,
        Metadata? metadata = null,
        params string[] more
    )
    {
        var session = await Dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart =
                [
                    new() { ProductId = productId, Quantity = 1 },
                    .. more.Select(id => new CheckoutItem { ProductId = id, Quantity = 1 }),
                ],
                Customer = CustomerReference.Existing(customerId),
                BillingAddress = new() { Country = new CountryCode("US"), Zipcode = "94107" },
                PaymentMethodId =
                    customerId == Customer ? DemoSeed.GoodCard : Emulator.SaveCard(customerId, TestCards.Visa),
                Confirm = true,
                Metadata = metadata,
            }
        );
        return await Dodo.Payments.GetAsync(session.PaymentId!);
    }

    public Task<OfferDecision> FindAsync(string paymentId, SubjectIds? subject = null) =>
        Decider.FindAfterPurchaseAsync(
            new()
            {
                PaymentId = paymentId,
                Subject = subject,
                Culture = CultureInfo.GetCultureInfo("en"),
            },
            TestContext.Current.CancellationToken
        );

    public Task<OfferDecision> FindAtAsync(string placement = "account", SubjectIds? subject = null) =>
        Decider.FindAtAsync(
            subject ?? SubjectIds.OfCustomer(Customer),
            placement,
            CultureInfo.GetCultureInfo("en"),
            TestContext.Current.CancellationToken
        );

    /// <summary>Stores a no to an offer, and looks for the downsell.</summary>
    public async Task<OfferDecision> DeclineAsync(string offerId) =>
        await Decider.FindDownsellAsync(
            await ChangeAsync(offerId, offer => offer with { State = OfferState.Declined, EndedAt = Now }),
            CultureInfo.GetCultureInfo("en"),
            TestContext.Current.CancellationToken
        );

    public async Task<OfferRecord> ChangeAsync(string offerId, Func<OfferRecord, OfferRecord> change)
    {
        var offer = await RecordAsync(offerId);
        var changed = change(offer) with { Version = offer.Version + 1 };
        Assert.True(await Store.TryUpdateAsync(changed));
        return changed;
    }

    public async Task<OfferRecord> RecordAsync(string offerId) =>
        await Store.FindAsync(DodoEnvironment.Test, offerId)
        ?? throw new InvalidOperationException($"No offer {offerId}.");

    public static OfferReasons ReasonsOf(OfferDecision decision, string ruleId) =>
        decision.Rules.Single(rule => rule.RuleId == ruleId).Reasons;

    private sealed class Recorder(HttpMessageHandler inner, ConcurrentQueue<string> requests) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            requests.Enqueue($"{request.Method} {request.RequestUri!.AbsolutePath}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
