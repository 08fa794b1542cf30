namespace DodoUpsell;

/// <summary>
/// Represents the answer to what a subject is offered now: an offer, or none with the reasons of every rule.
/// </summary>
public sealed record OfferDecision
{
    /// <summary>Gets the offer, or null if there is none.</summary>
    public Offer? Offer { get; init; }

    /// <summary>Gets the reason why no offer was looked for or shown, or null if the rules decided.</summary>
    public NoOfferReason? NoOffer { get; init; }

    /// <summary>
    /// Gets the reasons of every rule that is not offered, in the order in which rules are tried. Empty if
    /// <see cref="NoOffer"/> applies to all of them, or if the offer was made before.
    /// </summary>
    public IReadOnlyList<OfferRuleReasons> Rules { get; init; } = [];

    /// <summary>Returns the id of the offer's rule, or that there is no offer.</summary>
    public override string ToString() => $"{nameof(OfferDecision)} ({Offer?.RuleId ?? "no offer"})";
}

/// <summary>Represents the reasons why one rule is not offered.</summary>
/// <param name="RuleId">The id of the rule.</param>
/// <param name="Reasons">All reasons. Never empty.</param>
public sealed record OfferRuleReasons(string RuleId, OfferReasons Reasons);

/// <summary>Specifies why no rule was offered at all.</summary>
public enum NoOfferReason
{
    /// <summary>The decision was not made within <see cref="OfferOptions.DecisionDeadline"/>.</summary>
    DeadlineExceeded = 0,

    /// <summary>The purchase is not paid, or was refunded.</summary>
    PurchaseNotPaid = 1,

    /// <summary>The payment is a renewal of a subscription.</summary>
    Renewal = 2,

    /// <summary>The payment is a retry of a failed one.</summary>
    Retry = 3,

    /// <summary>The payment only saves a payment method.</summary>
    MethodSetup = 4,

    /// <summary>The payment is one that the SDK itself charged: an accepted offer, an upsell or a plan change.</summary>
    OwnCharge = 5,

    /// <summary>What is known of the payment does not tell whether it is a purchase.</summary>
    PurchaseUnclear = 6,

    /// <summary>The purchase belongs to another subject.</summary>
    OtherSubject = 7,

    /// <summary>An offer was made for this purchase before, and it was answered or has expired.</summary>
    AlreadyDecided = 8,

    /// <summary>The subject belongs to the holdout of an experiment.</summary>
    Holdout = 9,

    /// <summary>The subject has no customer yet.</summary>
    NoCustomer = 10,

    /// <summary>The facts about the subject could not be read.</summary>
    FactsUnavailable = 11,

    /// <summary>The chain of offers after a no has reached its limit, or there is no downsell.</summary>
    ChainEnded = 12,

    /// <summary>The purchase is too long ago for any offer.</summary>
    PurchaseTooOld = 13,
}
