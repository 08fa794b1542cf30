using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// A subscription as lists show it (<c>GET /subscriptions</c>): without add-ons, meters and credits. Read the
/// <see cref="Subscription"/> before changing its plan, or its add-ons are lost.
/// </summary>
public sealed record SubscriptionListItem : ApiObject
{
    /// <summary>The subscription's id.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Where it stands. Trials are <see cref="SubscriptionStatus.Active"/>.</summary>
    public SubscriptionStatus Status { get; init; }

    /// <summary>Whose it is.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>The plan.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The plan's name.</summary>
    public string? ProductName { get; init; }

    /// <summary>How many of it, such as seats.</summary>
    public int Quantity { get; init; }

    /// <summary>Currency of its payments.</summary>
    public Currency Currency { get; init; }

    /// <summary>What each renewal costs before tax, in minor units of <see cref="Currency"/>.</summary>
    public long RecurringPreTaxAmount { get; init; }

    /// <summary><see cref="RecurringPreTaxAmount"/> in its currency.</summary>
    [JsonIgnore]
    public Money RecurringPreTax => new(RecurringPreTaxAmount, Currency);

    /// <summary>Whether <see cref="RecurringPreTaxAmount"/> contains the tax all the same.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>When it was last billed: the current period's start.</summary>
    public DateTimeOffset PreviousBillingDate { get; init; }

    /// <summary>When it renews: the current period's end.</summary>
    public DateTimeOffset NextBillingDate { get; init; }

    /// <summary>Number of <see cref="PaymentFrequencyInterval"/>s between renewals.</summary>
    public int PaymentFrequencyCount { get; init; }

    /// <summary>The unit of <see cref="PaymentFrequencyCount"/>.</summary>
    public TimeInterval PaymentFrequencyInterval { get; init; }

    /// <summary>Number of <see cref="SubscriptionPeriodInterval"/>s after which it expires.</summary>
    public int SubscriptionPeriodCount { get; init; }

    /// <summary>The unit of <see cref="SubscriptionPeriodCount"/>.</summary>
    public TimeInterval SubscriptionPeriodInterval { get; init; }

    /// <summary>Days of trial it began with; 0 for none.</summary>
    public int TrialPeriodDays { get; init; }

    /// <summary>
    /// What a paid trial cost per unit, in minor units of <see cref="Currency"/>, after discounts and before tax; null
    /// for a free one or none.
    /// </summary>
    public long? TrialAmount { get; init; }

    /// <summary><see cref="TrialAmount"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? Trial => TrialAmount is { } amount ? new Money(amount, Currency) : null;

    /// <summary>The plan change that the next renewal applies; null without one.</summary>
    public ScheduledPlanChange? ScheduledChange { get; init; }

    /// <summary>Whether it ends with the current period. Its plan cannot be changed meanwhile.</summary>
    public bool CancelAtNextBillingDate { get; init; }

    /// <summary>When it was cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Since when it has been paused, or on hold for dues of the pause; null when neither.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Whether you decide when it is charged. Then its plan cannot be changed.</summary>
    public bool OnDemand { get; init; }

    /// <summary>Its discounts in order.</summary>
    public IReadOnlyList<SubscriptionDiscount> Discounts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The first of <see cref="Discounts"/>, which supersedes it.</summary>
    public string? DiscountId { get; init; }

    /// <summary>Periods that the first of <see cref="Discounts"/> still reduces; superseded by it.</summary>
    public int? DiscountCyclesRemaining { get; init; }

    /// <summary>The saved method that renewals are charged to.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>
    /// Gets whether a payment method is saved for its renewals, or null from servers before September 2026.
    /// </summary>
    public bool? HasPaymentMethod { get; init; }

    /// <summary>Where the customer is billed.</summary>
    public BillingAddress? Billing { get; init; }

    /// <summary>The buyer's tax id.</summary>
    public string? TaxId { get; init; }

    /// <summary>The business that goes with the tax id, shown on invoices.</summary>
    public string? CustomerBusinessName { get; init; }

    /// <summary>Your own data.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
