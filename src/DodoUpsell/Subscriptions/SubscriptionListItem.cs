using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents a subscription in a list (<c>GET /subscriptions</c>), without add-ons, meters and credits. Get the
/// <see cref="Subscription"/> before changing its plan; otherwise, its add-ons are lost.
/// </summary>
public sealed record SubscriptionListItem : ApiObject
{
    /// <summary>Gets the subscription's id.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>
    /// Gets the status of the subscription. It is <see cref="SubscriptionStatus.Active"/> during a trial.
    /// </summary>
    public SubscriptionStatus Status { get; init; }

    /// <summary>Gets the customer who owns the subscription.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>Gets the id of the plan.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the name of the plan.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets the quantity, such as the number of seats.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets the currency of the payments.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of each renewal before tax, in minor units of <see cref="Currency"/>.</summary>
    public long RecurringPreTaxAmount { get; init; }

    /// <summary>Gets <see cref="RecurringPreTaxAmount"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money RecurringPreTax => new(RecurringPreTaxAmount, Currency);

    /// <summary>Gets whether <see cref="RecurringPreTaxAmount"/> includes the tax despite its name.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>Gets the time of the last billing, which is the start of the current period.</summary>
    public DateTimeOffset PreviousBillingDate { get; init; }

    /// <summary>Gets the time of the next renewal, which is the end of the current period.</summary>
    public DateTimeOffset NextBillingDate { get; init; }

    /// <summary>Gets the time between renewals, in units of <see cref="PaymentFrequencyInterval"/>.</summary>
    public int PaymentFrequencyCount { get; init; }

    /// <summary>Gets the unit of <see cref="PaymentFrequencyCount"/>.</summary>
    public TimeInterval PaymentFrequencyInterval { get; init; }

    /// <summary>
    /// Gets the term after which the subscription expires, in units of <see cref="SubscriptionPeriodInterval"/>.
    /// </summary>
    public int SubscriptionPeriodCount { get; init; }

    /// <summary>Gets the unit of <see cref="SubscriptionPeriodCount"/>.</summary>
    public TimeInterval SubscriptionPeriodInterval { get; init; }

    /// <summary>Gets the length of the initial trial in days, or 0 for no trial.</summary>
    public int TrialPeriodDays { get; init; }

    /// <summary>
    /// Gets the price of a paid trial per unit, in minor units of <see cref="Currency"/>, after discounts and before
    /// tax, or null if there was no trial or it was free.
    /// </summary>
    public long? TrialAmount { get; init; }

    /// <summary>Gets <see cref="TrialAmount"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? Trial => TrialAmount is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the plan change that is applied at the next renewal, or null if there is none.</summary>
    public ScheduledPlanChange? ScheduledChange { get; init; }

    /// <summary>
    /// Gets whether the subscription ends with the current period. If so, its plan cannot be changed.
    /// </summary>
    public bool CancelAtNextBillingDate { get; init; }

    /// <summary>Gets the time at which the subscription was cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>
    /// Gets the time since which the subscription has been paused, or on hold with an outstanding payment of the pause.
    /// Null if it is neither.
    /// </summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>
    /// Gets whether the subscription is charged on demand, at the times you choose. If so, its plan cannot be changed.
    /// </summary>
    public bool OnDemand { get; init; }

    /// <summary>Gets the discounts, in order.</summary>
    public IReadOnlyList<SubscriptionDiscount> Discounts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the first of <see cref="Discounts"/>. Superseded by that property.</summary>
    public string? DiscountId { get; init; }

    /// <summary>
    /// Gets the number of remaining periods that the first of <see cref="Discounts"/> reduces. Superseded by that
    /// property.
    /// </summary>
    public int? DiscountCyclesRemaining { get; init; }

    /// <summary>Gets the id of the saved payment method to which renewals are charged.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>
    /// Gets whether a payment method is saved for renewals, or null from servers before September 2026.
    /// </summary>
    public bool? HasPaymentMethod { get; init; }

    /// <summary>Gets the billing address.</summary>
    public BillingAddress? Billing { get; init; }

    /// <summary>Gets the buyer's tax id.</summary>
    public string? TaxId { get; init; }

    /// <summary>Gets the business name that belongs to the tax id, which is shown on invoices.</summary>
    public string? CustomerBusinessName { get; init; }

    /// <summary>Gets your own metadata.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the time at which the subscription was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
