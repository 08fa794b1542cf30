namespace DodoUpsell;

/// <summary>Specifies why a rule is not offered.</summary>
public enum OfferReason
{
    /// <summary>The rule is not enabled.</summary>
    Disabled = 0,

    /// <summary>The rule starts later.</summary>
    NotStarted = 1,

    /// <summary>The rule has ended.</summary>
    Ended = 2,

    /// <summary>The rule is for another placement.</summary>
    OtherPlacement = 3,

    /// <summary>The rule is only offered after a no to another one.</summary>
    OnlyAsDownsell = 4,

    /// <summary>The rule paused itself.</summary>
    Paused = 5,

    /// <summary>The purchase contains, or the subject owns, none of the products that the rule requires.</summary>
    NotBought = 6,

    /// <summary>The purchase contains, or the subject owns, a product that excludes the rule.</summary>
    ExcludedProduct = 7,

    /// <summary>The amount of the purchase is below the minimum.</summary>
    AmountTooLow = 8,

    /// <summary>The amount of the purchase is above the maximum.</summary>
    AmountTooHigh = 9,

    /// <summary>The purchase is in another currency.</summary>
    OtherCurrency = 10,

    /// <summary>The rule is for first purchases only.</summary>
    NotFirstPurchase = 11,

    /// <summary>The rule is not for first purchases.</summary>
    FirstPurchase = 12,

    /// <summary>The subject had a refund too recently.</summary>
    RecentRefund = 13,

    /// <summary>A payment of the subject was disputed too recently, or is disputed now.</summary>
    Disputed = 14,

    /// <summary>The rule is for other countries, or the country is not known.</summary>
    OtherCountry = 15,

    /// <summary>The subject does not belong to an audience.</summary>
    NotInAudience = 16,

    /// <summary>An audience is not registered, or could not be evaluated.</summary>
    AudienceUnknown = 17,

    /// <summary>The subject owns what is offered.</summary>
    AlreadyOwned = 18,

    /// <summary>The subject has no plan that the offer could change.</summary>
    NoPlanToChange = 19,

    /// <summary>The subject has several plans that the offer could change.</summary>
    SeveralPlansToChange = 20,

    /// <summary>The plan is on hold, being changed, cancelled at its end, or cannot be changed for another reason.</summary>
    PlanNotChangeable = 21,

    /// <summary>The subject said no to the rule within its cool-off.</summary>
    CoolOff = 22,

    /// <summary>The rule was offered to the subject as often as its cap allows.</summary>
    CapReached = 23,

    /// <summary>A charge of the subject is under way.</summary>
    ChargePending = 24,

    /// <summary>A discount of the rule cannot be used by this subject.</summary>
    DiscountNotAllowed = 25,

    /// <summary>The price could not be determined.</summary>
    PriceUnknown = 26,

    /// <summary>The API refuses the offer for this subject.</summary>
    RefusedByApi = 27,

    /// <summary>The time in which the offer could be accepted is over.</summary>
    TooLate = 28,

    /// <summary>The allocator of the experiment named no variant of it.</summary>
    NoVariant = 29,

    /// <summary>Another rule comes first.</summary>
    LowerPriority = 30,

    /// <summary>The subject belongs to the holdout of the rule's experiment.</summary>
    Holdout = 31,

    /// <summary>The facts that the rule needs are not known.</summary>
    FactsUnknown = 32,
}
