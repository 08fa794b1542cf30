using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// A subscription as lists show it (<c>GET /subscriptions</c>): without add-ons, meters and credits. Read the
/// <see cref="Subscription"/> before changing its plan, or its add-ons are lost.
/// </summary>
public sealed record SubscriptionListItem : ApiObject
{
    /// <summary>Gets the subscription's id.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets where it stands. Trials are <see cref="SubscriptionStatus.Active"/>.</summary>
    public SubscriptionStatus Status { get; init; }

    /// <summary>Gets whose it is.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>Gets the plan.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the plan's name.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets how many of it, such as seats.</summary>
    public int Quantity { get; init; }

    /// <summary>Currency of its payments.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets what each renewal costs before tax, in minor units of <see cref="Currency"/>.</summary>
    public long RecurringPreTaxAmount { get; init; }

    /// <summary>Gets <see cref="RecurringPreTaxAmount"/> in its currency.</summary>
    [JsonIgnore]
    public Money RecurringPreTax => new(RecurringPreTaxAmount, Currency);

    /// <summary>Gets whether <see cref="RecurringPreTaxAmount"/> contains the tax all the same.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>Gets when it was last billed: the current period's start.</summary>
    public DateTimeOffset PreviousBillingDate { get; init; }

    /// <summary>Gets when it renews: the current period's end.</summary>
    public DateTimeOffset NextBillingDate { get; init; }

    /// <summary>Number of <see cref="PaymentFrequencyInterval"/>s between renewals.</summary>
    public int PaymentFrequencyCount { get; init; }

    /// <summary>Gets the unit of <see cref="PaymentFrequencyCount"/>.</summary>
    public TimeInterval PaymentFrequencyInterval { get; init; }

    /// <summary>Number of <see cref="SubscriptionPeriodInterval"/>s after which it expires.</summary>
    public int SubscriptionPeriodCount { get; init; }

    /// <summary>Gets the unit of <see cref="SubscriptionPeriodCount"/>.</summary>
    public TimeInterval SubscriptionPeriodInterval { get; init; }

    /// <summary>Days of trial it began with; 0 for none.</summary>
    public int TrialPeriodDays { get; init; }

    /// <summary>
    /// Gets what a paid trial cost per unit, in minor units of <see cref="Currency"/>, after discounts and before tax;
    /// null for a free one or none.
    /// </summary>
    public long? TrialAmount { get; init; }

    /// <summary>Gets <see cref="TrialAmount"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? Trial => TrialAmount is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the plan change that the next renewal applies; null without one.</summary>
    public ScheduledPlanChange? ScheduledChange { get; init; }

    /// <summary>Gets whether it ends with the current period. Its plan cannot be changed meanwhile.</summary>
    public bool CancelAtNextBillingDate { get; init; }

    /// <summary>Gets when it was cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Gets since when it has been paused, or on hold for dues of the pause; null when neither.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Gets whether you decide when it is charged. Then its plan cannot be changed.</summary>
    public bool OnDemand { get; init; }

    /// <summary>Gets its discounts in order.</summary>
    public IReadOnlyList<SubscriptionDiscount> Discounts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the first of <see cref="Discounts"/>, which supersedes it.</summary>
    public string? DiscountId { get; init; }

    /// <summary>Periods that the first of <see cref="Discounts"/> still reduces; superseded by it.</summary>
    public int? DiscountCyclesRemaining { get; init; }

    /// <summary>Gets the saved method that renewals are charged to.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>
    /// Gets whether a payment method is saved for its renewals, or null from servers before September 2026.
    /// </summary>
    public bool? HasPaymentMethod { get; init; }

    /// <summary>Gets where the customer is billed.</summary>
    public BillingAddress? Billing { get; init; }

    /// <summary>Gets the buyer's tax id.</summary>
    public string? TaxId { get; init; }

    /// <summary>Gets the business that goes with the tax id, shown on invoices.</summary>
    public string? CustomerBusinessName { get; init; }

    /// <summary>Your own data.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
