namespace DodoUpsell;

/// <summary>
/// A subscription as it was created (<c>POST /subscriptions</c>). It is accepted, not paid: read the payment for its
/// status.
/// </summary>
public sealed record CreatedSubscription : ApiObject
{
    /// <summary>Gets the subscription's id.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the first payment.</summary>
    public string PaymentId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets whose it is.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>Gets its add-ons.</summary>
    public IReadOnlyList<SubscriptionAddon> Addons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets one-time products on the first bill.</summary>
    public IReadOnlyList<PurchasedItem>? OneTimeProductCart { get; init; }

    /// <summary>
    /// Gets what each renewal costs before tax, in minor units of the subscription's currency, which only
    /// <see cref="Subscription"/> says.
    /// </summary>
    public long RecurringPreTaxAmount { get; init; }

    /// <summary>
    /// Gets what a paid trial costs per unit, in minor units of the same currency, after discounts and before tax; null
    /// for a free one or none.
    /// </summary>
    public long? TrialAmount { get; init; }

    /// <summary>Gets where the customer pays, when a page was asked for.</summary>
    public string? PaymentLink { get; init; }

    /// <summary>Gets when <see cref="PaymentLink"/> stops working.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>For the checkout SDK in the browser.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>
    /// Gets whether the customer must give a payment method, even if nothing is due now; null from servers before
    /// September 2026.
    /// </summary>
    public bool? PaymentMethodRequired { get; init; }

    /// <summary>Ids of the discounts that were applied, in order.</summary>
    public IReadOnlyList<string>? DiscountIds { get; init; }

    /// <summary>Gets the first of <see cref="DiscountIds"/>, which supersedes it.</summary>
    public string? DiscountId { get; init; }

    /// <summary>Your own data.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;
}
