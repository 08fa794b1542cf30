namespace DodoUpsell;

/// <summary>
/// Represents the conditions under which an offer is made. All of them must hold. A condition that cannot be evaluated
/// does not hold.
/// </summary>
public sealed record OfferTrigger
{
    /// <summary>
    /// Gets product ids of which the purchase must contain at least one, or empty for any purchase. Without a purchase,
    /// the subject must own one of them.
    /// </summary>
    public IReadOnlyList<string> BoughtAnyOf
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Gets product ids that the purchase must contain all of. Without a purchase, the subject must own all of them.
    /// </summary>
    public IReadOnlyList<string> BoughtAllOf
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets product ids of which neither the purchase may contain nor the subject may own any.</summary>
    public IReadOnlyList<string> NoneOf
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Gets the minimum amount of the purchase, including tax, or null if there is none. A purchase in another currency
    /// does not meet it.
    /// </summary>
    public Money? MinimumAmount { get; init; }

    /// <summary>
    /// Gets the maximum amount of the purchase, including tax, or null if there is none. A purchase in another currency
    /// does not meet it.
    /// </summary>
    public Money? MaximumAmount { get; init; }

    /// <summary>
    /// Gets whether the purchase must be the first one of the subject (true) or must not be (false), or null for both.
    /// </summary>
    public bool? FirstPurchase { get; init; }

    /// <summary>
    /// Gets the time for which the subject must not have had a refund, or null if refunds do not matter.
    /// </summary>
    public TimeSpan? NoRefundFor { get; init; }

    /// <summary>
    /// Gets the time for which no payment of the subject must have been disputed, or null if disputes do not matter. An
    /// open dispute always counts.
    /// </summary>
    /// <value>The default is 365 days.</value>
    public TimeSpan? NoDisputeFor { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Gets the countries in which the offer is made, or empty for all.</summary>
    public IReadOnlyList<CountryCode> Countries
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the currencies of the purchase for which the offer is made, or empty for all.</summary>
    public IReadOnlyList<Currency> Currencies
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the names of <see cref="IOfferAudience"/>s to all of which the subject must belong.</summary>
    public IReadOnlyList<string> Audiences
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferTrigger);
}
