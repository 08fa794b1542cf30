using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>Represents a subscription (<c>GET /subscriptions/{subscription_id}</c>).</summary>
public sealed record Subscription : ApiObject
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

    /// <summary>Gets the quantity, such as the number of seats.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets the add-ons. A plan change that does not repeat them removes them.</summary>
    public IReadOnlyList<SubscriptionAddon> Addons
    {
        get;
        init => field = value ?? [];
    } = [];

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

    /// <summary>Gets the customer's reason for the cancellation, or null if none was given.</summary>
    public CancellationFeedback? CancellationFeedback { get; init; }

    /// <summary>Gets the customer's comment on the cancellation.</summary>
    public string? CancellationComment { get; init; }

    /// <summary>
    /// Gets the end of the grace period after a failed renewal, or null if the subscription is not past due. Only
    /// webhooks contain it.
    /// </summary>
    public DateTimeOffset? PastDueEndsAt { get; init; }

    /// <summary>
    /// Gets the time since which the subscription has been paused, or on hold with an outstanding payment of the pause.
    /// Null if it is neither.
    /// </summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Gets the time at which the term of the subscription ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// Gets whether the subscription is charged on demand, at the times you choose. If so, its plan cannot be changed.
    /// </summary>
    public bool OnDemand { get; init; }

    /// <summary>
    /// Gets the discount codes, in order. Each code reduces the amount that the preceding codes left.
    /// </summary>
    public IReadOnlyList<AppliedDiscount>? Discounts { get; init; }

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

    /// <summary>
    /// Gets your own metadata. Plan changes and charges that send no metadata of their own copy it to their payment.
    /// </summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the meters of a plan that is billed by usage.</summary>
    public IReadOnlyList<SubscriptionMeter> Meters
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the credits that come with the subscription, including their balance.</summary>
    public IReadOnlyList<SubscriptionCreditEntitlement> CreditEntitlementCart
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the meters that are paid for with credits.</summary>
    public IReadOnlyList<SubscriptionMeterCreditEntitlement> MeterCreditEntitlementCart
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the customer's responses to your custom fields.</summary>
    public IReadOnlyList<CustomFieldResponse>? CustomFieldResponses { get; init; }

    /// <summary>Gets the time at which the subscription was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id of the brand to which the subscription belongs.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
