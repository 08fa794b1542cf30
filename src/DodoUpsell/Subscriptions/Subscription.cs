using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>A subscription (<c>GET /subscriptions/{subscription_id}</c>).</summary>
public sealed record Subscription : ApiObject
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

    /// <summary>Gets how many of it, such as seats.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets its add-ons. A plan change that does not send them again removes them.</summary>
    public IReadOnlyList<SubscriptionAddon> Addons
    {
        get;
        init => field = value ?? [];
    } = [];

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

    /// <summary>Gets why the customer cancelled, if they said so.</summary>
    public CancellationFeedback? CancellationFeedback { get; init; }

    /// <summary>Gets what the customer added.</summary>
    public string? CancellationComment { get; init; }

    /// <summary>
    /// Gets the end of the grace period after a failed renewal, or null if it is not past due. Only webhooks carry it.
    /// </summary>
    public DateTimeOffset? PastDueEndsAt { get; init; }

    /// <summary>Gets since when it has been paused, or on hold for dues of the pause; null when neither.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Gets when its term ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets whether you decide when it is charged. Then its plan cannot be changed.</summary>
    public bool OnDemand { get; init; }

    /// <summary>Discount codes in order; each reduces what the ones before it left.</summary>
    public IReadOnlyList<AppliedDiscount>? Discounts { get; init; }

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

    /// <summary>Your own data. Plan changes and charges that send none of their own pass it to their payment.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets what is metered, for plans billed by usage.</summary>
    public IReadOnlyList<SubscriptionMeter> Meters
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Credits that come with it, with the balance.</summary>
    public IReadOnlyList<SubscriptionCreditEntitlement> CreditEntitlementCart
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets which meters are paid for with credits.</summary>
    public IReadOnlyList<SubscriptionMeterCreditEntitlement> MeterCreditEntitlementCart
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets what the customer entered in your custom fields.</summary>
    public IReadOnlyList<CustomFieldResponse>? CustomFieldResponses { get; init; }

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
