using DodoUpsell.Emulator.Activities;
using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Disputes;
using DodoUpsell.Emulator.Dunning;
using DodoUpsell.Emulator.Entitlements;
using DodoUpsell.Emulator.Events;
using DodoUpsell.Emulator.Faults;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Portal;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Seeding;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wallets;
using DodoUpsell.Emulator.Webhooks;

namespace DodoUpsell.Emulator.Engine;

/// <summary>
/// The complete state of the emulator. It is read and changed only while <see cref="Gate"/> is locked.
/// </summary>
internal sealed class EmulatorState
{
    /// <summary>The id of the one emulated business, and of its primary brand.</summary>
    public const string BusinessId = "bus_emulator";

    private int _generation;

    public EmulatorState(DodoEmulatorOptions options)
    {
        Options = options;
        ExchangeRates = new ExchangeRates(options.ExchangeRates);
        Ids = new IdSource(options.IdSeed);
        Clock = new EmulatorClock(options.StartTime, options.TimeSource);
        Activities = new ActivityLog(Clock);
        Events = new EventFeed(Clock) { OnActivity = Activities.Add };
        DateHeaderClock = options.DateHeaderClock;
        Indexes = new StateIndexes(this);
        Subjects.Register(
            "payment",
            "Payment",
            id => Payments.TryGet(id, out var payment) ? PaymentJson.Full(payment) : null
        );
        Subjects.Register(
            "refund",
            "Refund",
            id => Refunds.TryGet(id, out var refund) ? RefundJson.Full(refund) : null
        );
        Subjects.Register(
            "dispute",
            "Dispute",
            id => Disputes.TryGet(id, out var dispute) ? DisputeJson.Full(dispute) : null
        );
        Subjects.Register(
            "subscription",
            "Subscription",
            id =>
                Subscriptions.TryGet(id, out var subscription)
                    ? SubscriptionJson.Told(subscription, options.Subscriptions.Rounding)
                    : null
        );
        Subjects.Register(
            "dunning",
            "DunningAttempt",
            id => DunningAttempts.TryGet(id, out var attempt) ? attempt.ToJson() : null
        );
        Seed(options.Seed);
    }

    public Lock Gate { get; } = new();

    public DodoEmulatorOptions Options { get; }

    public ExchangeRates ExchangeRates { get; }

    public EmulatorClock Clock { get; }

    public IdSource Ids { get; }

    public Origins Origins { get; } = new();

    public EventFeed Events { get; }

    /// <summary>Gets what happened last, for the console.</summary>
    public ActivityLog Activities { get; }

    public EventSubjects Subjects { get; } = new();

    public FaultList Faults { get; } = new();

    public Table<Customer> Customers { get; } = new("customer", customer => customer.Id);

    public Table<PaymentMethod> PaymentMethods { get; } = new("payment method", method => method.Id);

    public Table<Product> Products { get; } = new("product", product => product.Id);

    public Table<Addon> Addons { get; } = new("add-on", addon => addon.Id);

    public Table<Discount> Discounts { get; } = new("discount", discount => discount.Id);

    public Table<Subscription> Subscriptions { get; } = new("subscription", subscription => subscription.Id);

    /// <summary>Gets every movement of downgrade credit.</summary>
    public Table<CreditEntry> Credits { get; } = new("credit entry", entry => entry.Id);

    public Table<CheckoutSession> CheckoutSessions { get; } = new("checkout session", session => session.Id);

    public Table<Payment> Payments { get; } = new("payment", payment => payment.Id);

    public Table<Charge> Charges { get; } = new("charge", charge => charge.PaymentId);

    public Table<Refund> Refunds { get; } = new("refund", refund => refund.Id);

    public Table<DunningAttempt> DunningAttempts { get; } = new("dunning attempt", attempt => attempt.Id);

    public Table<Dispute> Disputes { get; } = new("dispute", dispute => dispute.Id);

    public Table<Wallet> Wallets { get; } = new("wallet", wallet => wallet.Id);

    public Table<CreditEntitlement> CreditEntitlements { get; } = new("credit entitlement", credit => credit.Key);

    public Table<EntitlementGrant> EntitlementGrants { get; } = new("entitlement grant", grant => grant.Id);

    public Table<PortalSession> PortalSessions { get; } = new("portal session", session => session.Id);

    public Table<WebhookEndpoint> WebhookEndpoints { get; } = new("webhook", endpoint => endpoint.Id);

    public Table<WebhookDelivery> WebhookDeliveries { get; } = new("webhook delivery", delivery => delivery.Id);

    public StateIndexes Indexes { get; }

    /// <summary>Returns the tax on a cart of a buyer in a country, in percent.</summary>
    public decimal TaxPercent(string country) =>
        Options.TaxedCountries?.Contains(country, StringComparer.OrdinalIgnoreCase) is false ? 0 : Options.TaxPercent;

    /// <summary>Gets the clock by which delayed responses wait.</summary>
    public TimeProvider WaitingTime => Options.TimeSource ?? Clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Gets or sets the age at which a payment appears in lists.</summary>
    public TimeSpan ListingLag { get; set; }

    /// <summary>Gets or sets whether previews omit the amount that is due now.</summary>
    public bool OmitPreviewTotals { get; set; }

    /// <summary>Gets or sets the clock of the <c>Date</c> header, or null for the default.</summary>
    public TimeProvider? DateHeaderClock { get; set; }

    /// <summary>Gets the time for webhook signatures.</summary>
    public DateTimeOffset SignatureTime =>
        DateHeaderClock?.GetUtcNow() ?? (Origins.AreServed ? TimeProvider.System.GetUtcNow() : Now);

    /// <summary>Schedules work for a time of the clock. The work is discarded when the state is reset before.</summary>
    public void Schedule(TimeSpan after, Action work)
    {
        var generation = _generation;
        Clock.Schedule(
            after,
            () =>
            {
                lock (Gate)
                {
                    if (generation == _generation)
                        work();
                }
            },
            endsWithWorld: true
        );
    }

    public void Reset(EmulatorSeed seed)
    {
        _generation++;
        Clock.Reset();
        Ids.Reset();
        Customers.Clear();
        PaymentMethods.Clear();
        Products.Clear();
        Addons.Clear();
        Discounts.Clear();
        Subscriptions.Clear();
        Credits.Clear();
        Events.Clear();
        Activities.Clear();
        CheckoutSessions.Clear();
        Payments.Clear();
        Charges.Clear();
        Refunds.Clear();
        Disputes.Clear();
        DunningAttempts.Clear();
        Wallets.Clear();
        CreditEntitlements.Clear();
        EntitlementGrants.Clear();
        PortalSessions.Clear();
        WebhookEndpoints.Clear();
        WebhookDeliveries.Clear();
        Faults.Clear();
        Seed(seed);
    }

    private void Seed(EmulatorSeed seed)
    {
        ListingLag = Options.ListingLag;
        OmitPreviewTotals = Options.OmitPreviewTotals;
        if (seed == EmulatorSeed.Demo)
            DemoData.Fill(this);

        // After the seed, so that no events are sent for the objects of the seed.
        if (Options.Webhook is { } webhook)
            WebhookEndpoints.Put(WebhookEndpoint.Create(this, webhook));
    }
}
