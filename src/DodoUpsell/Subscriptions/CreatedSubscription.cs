namespace DodoUpsell;

/// <summary>
/// Represents a newly created subscription (<c>POST /subscriptions</c>). The subscription is accepted, not paid: get
/// the payment for its status.
/// </summary>
public sealed record CreatedSubscription : ApiObject
{
    /// <summary>Gets the subscription's id.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the id of the first payment.</summary>
    public string PaymentId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the customer who owns the subscription.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>Gets the add-ons.</summary>
    public IReadOnlyList<SubscriptionAddon> Addons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the one-time products on the first invoice.</summary>
    public IReadOnlyList<PurchasedItem>? OneTimeProductCart { get; init; }

    /// <summary>
    /// Gets the price of each renewal before tax, in minor units of the subscription's currency. Only
    /// <see cref="Subscription"/> contains the currency.
    /// </summary>
    public long RecurringPreTaxAmount { get; init; }

    /// <summary>
    /// Gets the price of a paid trial per unit, in minor units of the subscription's currency, after discounts and
    /// before tax, or null if there is no trial or it is free.
    /// </summary>
    public long? TrialAmount { get; init; }

    /// <summary>Gets the URL of the page on which the customer pays, or null if no page was requested.</summary>
    public string? PaymentLink { get; init; }

    /// <summary>Gets the time at which <see cref="PaymentLink"/> expires.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>Gets the client secret for the checkout SDK in the browser.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>
    /// Gets whether the customer must provide a payment method even if nothing is due now, or null from servers before
    /// September 2026.
    /// </summary>
    public bool? PaymentMethodRequired { get; init; }

    /// <summary>Gets the ids of the applied discounts, in order.</summary>
    public IReadOnlyList<string>? DiscountIds { get; init; }

    /// <summary>Gets the first of <see cref="DiscountIds"/>. Superseded by that property.</summary>
    public string? DiscountId { get; init; }

    /// <summary>Gets your own metadata.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;
}
