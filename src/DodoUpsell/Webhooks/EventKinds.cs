using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>
/// The table of all event kinds. To add a type of data, add an entry here, an event class and a model.
/// </summary>
internal static class EventKinds
{
    public static readonly EventKind<Payment> Payment = new EventKind<PaymentEvent, Payment>(
        "Payment",
        "payment.",
        PaymentJson.Read,
        PaymentJson.WriteMembers,
        static data => new(data),
        static data => Id("payment", data.PaymentId),
        static data => data.UpdatedAt ?? Stamp(data.CreatedAt)
    );

    public static readonly EventKind<Subscription> Subscription = new EventKind<SubscriptionEvent, Subscription>(
        "Subscription",
        "subscription.",
        SubscriptionJson.Read,
        SubscriptionJson.WriteMembers,
        static data => new(data),
        static data => Id("subscription", data.SubscriptionId)
    );

    public static readonly EventKind<Refund> Refund = new EventKind<RefundEvent, Refund>(
        "Refund",
        "refund.",
        RefundJson.Read,
        RefundJson.WriteMembers,
        static data => new(data),
        static data => Id("refund", data.RefundId)
    );

    public static readonly EventKind<Dispute> Dispute = new EventKind<DisputeEvent, Dispute>(
        "Dispute",
        "dispute.",
        DisputeJson.Read,
        DisputeJson.WriteMembers,
        static data => new(data),
        static data => Id("dispute", data.DisputeId)
    );

    public static readonly EventKind<LicenseKey> LicenseKey = new EventKind<LicenseKeyEvent, LicenseKey>(
        "LicenseKey",
        "license_key.",
        LicenseKeyJson.Read,
        LicenseKeyJson.WriteMembers,
        static data => new(data),
        static data => Id("license_key", data.Id)
    );

    // Listed before the ledger's entries, because their prefix matches this type too.
    public static readonly EventKind<CreditBalanceLow> CreditBalanceLow = new EventKind<
        CreditBalanceLowEvent,
        CreditBalanceLow
    >(
        "CreditBalanceLow",
        "credit.balance_low",
        CreditBalanceLowJson.Read,
        CreditBalanceLowJson.WriteMembers,
        static data => new(data),
        static data =>
            Id("credit_balance", data.CustomerId) is { Length: > 0 } customer
                ? $"{customer}/{data.CreditEntitlementId}"
                : ""
    );

    public static readonly EventKind<CreditLedgerEntry> CreditLedgerEntry = new EventKind<
        CreditEvent,
        CreditLedgerEntry
    >(
        "CreditLedgerEntry",
        "credit.",
        CreditLedgerEntryJson.Read,
        CreditLedgerEntryJson.WriteMembers,
        static data => new(data),
        static data => Id("credit_entry", data.Id)
    );

    public static readonly EventKind<AbandonedCheckout> AbandonedCheckout = new EventKind<
        AbandonedCheckoutEvent,
        AbandonedCheckout
    >(
        "AbandonedCheckout",
        "abandoned_checkout.",
        AbandonedCheckoutJson.Read,
        AbandonedCheckoutJson.WriteMembers,
        static data => new(data),
        static data => Id("abandoned_checkout", data.PaymentId)
    );

    public static readonly EventKind<DunningAttempt> DunningAttempt = new EventKind<DunningEvent, DunningAttempt>(
        "DunningAttempt",
        "dunning.",
        DunningAttemptJson.Read,
        DunningAttemptJson.WriteMembers,
        static data => new(data),
        static data => Id("dunning", data.SubscriptionId)
    );

    public static readonly EventKind<EntitlementGrant> EntitlementGrant = new EventKind<
        EntitlementGrantEvent,
        EntitlementGrant
    >(
        "EntitlementGrant",
        "entitlement_grant.",
        EntitlementGrantJson.Read,
        EntitlementGrantJson.WriteMembers,
        static data => new(data),
        static data => Id("entitlement_grant", data.Id),
        static data => Stamp(data.UpdatedAt)
    );

    public static readonly EventKind<Payout> Payout = new EventKind<PayoutEvent, Payout>(
        "Payout",
        "payout.",
        PayoutJson.Read,
        PayoutJson.WriteMembers,
        static data => new(data),
        static data => Id("payout", data.PayoutId),
        static data => Stamp(data.UpdatedAt)
    );

    /// <summary>The event kinds in the order in which they are matched.</summary>
    private static readonly EventKind[] All =
    [
        Payment,
        Subscription,
        Refund,
        Dispute,
        LicenseKey,
        CreditBalanceLow,
        CreditLedgerEntry,
        AbandonedCheckout,
        DunningAttempt,
        EntitlementGrant,
        Payout,
    ];

    /// <summary>Returns the event kind with the given payload type, or null if there is none.</summary>
    public static EventKind? Named(string payloadType) =>
        Array.Find(All, kind => string.Equals(kind.PayloadType, payloadType, StringComparison.Ordinal));

    /// <summary>Returns the event kind for events of the given type, or null if there is none.</summary>
    public static EventKind? CarriedBy(WebhookEventType type) => Array.Find(All, kind => kind.Carries(type.Value));

    private static string Id(string kind, string? id) => string.IsNullOrEmpty(id) ? "" : $"{kind}:{id}";

    private static DateTimeOffset? Stamp(DateTimeOffset moment) => moment == default ? null : moment;
}
