namespace DodoUpsell.Offers;

/// <summary>
/// Everything that rules are compared with, gathered at one moment for one subject. It is pure data: the same facts and
/// the same catalogue always give the same decision.
/// </summary>
internal sealed record OfferFacts
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Gets the placement, or null to let every rule count at its own (for explanations).</summary>
    public string? Placement { get; init; }

    /// <summary>Gets whether a rule is evaluated as the downsell of another one, which names it by its id.</summary>
    public bool IsDownsell { get; init; }

    /// <summary>Gets the facts that were read. What a rule needs must be known, or the rule is not offered.</summary>
    public OfferFact Known { get; init; }

    /// <summary>Gets the facts that could not be read, or of which the answers lacked a member.</summary>
    public OfferFact Unknown { get; init; }

    /// <summary>Gets the purchase, or null if there is none.</summary>
    public PurchaseFacts? Purchase { get; init; }

    /// <summary>Gets the one-time products that the subject has paid for, including those of the purchase.</summary>
    public IReadOnlySet<string> Owned { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets the subscriptions that have not ended.</summary>
    public IReadOnlyList<SubscriptionFacts> Subscriptions { get; init; } = [];

    /// <summary>Gets whether a charge of the subject is under way, or may be.</summary>
    public bool IsChargePending { get; init; }

    /// <summary>Gets the number of paid purchases before the purchase, or of all if there is none.</summary>
    public int PreviousPurchases { get; init; }

    public DateTimeOffset? LastRefundAt { get; init; }

    public DateTimeOffset? LastDisputeAt { get; init; }

    public bool HasOpenDispute { get; init; }

    /// <summary>Gets the billing address of the purchase, or of the last payment if there is none.</summary>
    public BillingAddress? Address { get; init; }

    /// <summary>Gets the answers of the audiences that answered, by their name.</summary>
    public IReadOnlyDictionary<string, bool> Audiences { get; init; } =
        new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>Gets what is remembered of the subject's offers.</summary>
    public OfferMemory Memory { get; init; } = OfferMemory.Empty;

    /// <summary>Gets the ids of the rules that paused themselves.</summary>
    public IReadOnlySet<string> Paused { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Returns whether the subject owns a one-time product or has a subscription of the product.</summary>
    public bool Has(string productId)
    {
        if (Owned.Contains(productId))
            return true;
        for (var i = 0; i < Subscriptions.Count; i++)
        {
            if (Subscriptions[i].IsFor(productId))
                return true;
        }

        return false;
    }

    /// <summary>Returns the name of the type only, because the facts contain personal data.</summary>
    public override string ToString() => nameof(OfferFacts);
}

/// <summary>Specifies a group of facts that is read together.</summary>
[Flags]
internal enum OfferFact
{
    None = 0,

    /// <summary>The products of the purchase.</summary>
    PurchaseProducts = 1,

    /// <summary>Pending charges and the number of earlier purchases.</summary>
    Payments = 2,

    /// <summary>The one-time products that were paid for.</summary>
    Owned = 4,

    Subscriptions = 8,

    Refunds = 16,

    Disputes = 32,

    Address = 64,

    All = 127,
}

/// <summary>The purchase after which an offer is looked for.</summary>
internal sealed record PurchaseFacts
{
    /// <summary>Gets the time at which the purchase's payment was created.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the ids of the products, including the plans of subscriptions that it started.</summary>
    public required IReadOnlyList<string> ProductIds { get; init; }

    /// <summary>Gets the amount including tax, or null if the currency is missing.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets the discount codes that were used.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    public bool Contains(string productId)
    {
        for (var i = 0; i < ProductIds.Count; i++)
        {
            if (string.Equals(ProductIds[i], productId, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}

/// <summary>A subscription that has not ended.</summary>
internal sealed record SubscriptionFacts
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string ProductId { get; init; }

    /// <summary>Gets the product of a change that is scheduled for the next renewal, or null if there is none.</summary>
    public string? ScheduledProductId { get; init; }

    public int Quantity { get; init; } = 1;

    /// <summary>Gets whether the API allows a change of the plan now.</summary>
    public bool IsChangeable { get; init; } = true;

    /// <summary>Gets the add-ons, or null if they were not read. Lists do not contain them.</summary>
    public IReadOnlyList<SubscriptionAddon>? Addons { get; init; }

    /// <summary>Returns whether the subscription is one of the product, now or from its next renewal.</summary>
    public bool IsFor(string productId) =>
        string.Equals(ProductId, productId, StringComparison.Ordinal)
        || string.Equals(ScheduledProductId, productId, StringComparison.Ordinal);
}
