namespace DodoUpsell;

/// <summary>
/// Represents one offer that the seller configured: when it is made, what is offered, and what happens after a no.
/// </summary>
/// <remarks>
/// Rules are set in code with <c>AddOffers</c> or read from the configuration section <c>Offers</c>. They are validated
/// when the app starts.
/// </remarks>
public sealed record OfferRule
{
    /// <summary>The maximum length of an id: 64 characters.</summary>
    public const int MaxIdLength = 64;

    /// <summary>
    /// Gets the id of the rule: letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, at most <see cref="MaxIdLength"/>
    /// characters. Offers, reports and the memory of a no refer to it, so do not reuse an id for something else.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Gets what is offered.</summary>
    public required OfferedSale Sale { get; init; }

    /// <summary>Gets the conditions under which the offer is made. By default, there are none.</summary>
    public OfferTrigger When
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>Gets whether the rule is used.</summary>
    /// <value>The default is true.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>Gets the place where the offer is made.</summary>
    /// <value>The default is <see cref="OfferPlacement.PostPurchase"/>.</value>
    public string Placement { get; init; } = OfferPlacement.PostPurchase;

    /// <summary>Gets whether the offer is only made after a no to another one, which names it as its downsell.</summary>
    public bool OnlyAsDownsell { get; init; }

    /// <summary>
    /// Gets the priority. Of several rules that apply, the one with the highest priority is offered; with equal
    /// priorities, the first one in the catalogue.
    /// </summary>
    public int Priority { get; init; }

    /// <summary>Gets the discounts that accepting the offer applies, in order.</summary>
    public IReadOnlyList<OfferDiscount> Discounts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the currency to offer in, or null for the customer's own. Requires adaptive pricing.</summary>
    public Currency? Currency { get; init; }

    /// <summary>
    /// Gets the name under which your app finds the texts and pictures of the offer, or null for the id of the rule.
    /// </summary>
    public string? TextKey { get; init; }

    /// <summary>Gets the time for which the offer can be accepted. It starts with the purchase, or when it is made.</summary>
    /// <value>The default is 15 minutes. Must be between 1 minute and 30 days.</value>
    public TimeSpan Expiry { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets the time after a no during which the rule is not offered to the subject again.</summary>
    /// <value>The default is 30 days.</value>
    public TimeSpan CoolOff { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Gets how often the rule is offered to one subject at most, or null if there is no limit.</summary>
    public OfferCap? Cap { get; init; }

    /// <summary>Gets the time from which the rule is used, in UTC, or null if there is no start.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Gets the time at which the rule ends, in UTC, or null if there is no end.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Gets the id of the rule to offer after a no, or null if there is none.</summary>
    public string? DownsellRuleId { get; init; }

    /// <summary>
    /// Gets whether one-time products are offered to subjects who have bought them before. A subscription product is
    /// never offered to a subject who has it.
    /// </summary>
    public bool OfferAgain { get; init; }

    /// <summary>Gets the experiment that decides between the variants of the rule, or null if there is none.</summary>
    public OfferExperiment? Experiment { get; init; }

    /// <summary>Gets what the variants of the experiment change, by the name of the variant.</summary>
    public IReadOnlyDictionary<string, OfferVariantChange> VariantChanges
    {
        get;
        init => field = value ?? new Dictionary<string, OfferVariantChange>(StringComparer.Ordinal);
    } = new Dictionary<string, OfferVariantChange>(StringComparer.Ordinal);

    /// <summary>Gets the limits above which the rule pauses itself. By default, those of the catalogue.</summary>
    public OfferBreaker? Breaker { get; init; }

    /// <summary>Returns the id only.</summary>
    public override string ToString() => $"{nameof(OfferRule)} ({Id})";
}

/// <summary>Names the places where offers are made.</summary>
public static class OfferPlacement
{
    /// <summary>The place of offers right after a purchase: <c>post-purchase</c>.</summary>
    public const string PostPurchase = "post-purchase";
}

/// <summary>Limits how often a rule is offered to one subject.</summary>
/// <param name="Times">The maximum number of offers. Must be at least 1.</param>
/// <param name="Period">The length of the period before now in which offers are counted, or null for ever.</param>
public sealed record OfferCap(int Times, TimeSpan? Period = null);

/// <summary>Represents what a variant of an experiment changes of its rule. Properties that are null change nothing.</summary>
public sealed record OfferVariantChange
{
    /// <summary>Gets what the variant offers instead, or null for the same.</summary>
    public OfferedSale? Sale { get; init; }

    /// <summary>Gets the discounts of the variant, or null for those of the rule.</summary>
    public IReadOnlyList<OfferDiscount>? Discounts { get; init; }

    /// <summary>Gets the text key of the variant, or null for that of the rule.</summary>
    public string? TextKey { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferVariantChange);
}
