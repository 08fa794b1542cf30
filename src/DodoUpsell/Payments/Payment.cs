using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents a payment (<c>GET /payments/{payment_id}</c>). It is paid if and only if <see cref="Status"/> is
/// <see cref="PaymentStatus.Succeeded"/>.
/// </summary>
public sealed record Payment : ApiObject
{
    /// <summary>Gets the payment's id.</summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// Gets the status of the payment. Null means that the status is unknown; it never means success.
    /// </summary>
    public PaymentStatus? Status { get; init; }

    /// <summary>Gets the customer who pays.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>Gets the currency in which the customer pays.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// Gets the amount that the customer pays, including tax, in minor units of <see cref="Currency"/>.
    /// </summary>
    public long TotalAmount { get; init; }

    /// <summary>Gets <see cref="TotalAmount"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money Total => new(TotalAmount, Currency);

    /// <summary>Gets the tax included in <see cref="TotalAmount"/>, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the currency in which the payment is settled with you.</summary>
    public Currency SettlementCurrency { get; init; }

    /// <summary>
    /// Gets the amount that is settled with you before fees, in minor units of <see cref="SettlementCurrency"/>.
    /// </summary>
    public long SettlementAmount { get; init; }

    /// <summary>Gets <see cref="SettlementAmount"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money Settlement => new(SettlementAmount, SettlementCurrency);

    /// <summary>
    /// Gets the tax included in <see cref="SettlementAmount"/>, in minor units of <see cref="SettlementCurrency"/>.
    /// </summary>
    public long? SettlementTax { get; init; }

    /// <summary>Gets <see cref="SettlementTax"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? SettlementTaxMoney => SettlementTax is { } amount ? new Money(amount, SettlementCurrency) : null;

    /// <summary>
    /// Gets the products that were bought. Null for payments of subscriptions: the product is on the subscription.
    /// </summary>
    public IReadOnlyList<PurchasedItem>? ProductCart { get; init; }

    /// <summary>
    /// Gets the id of the subscription for which the payment is made, or null if there is none or the payment starts
    /// several subscriptions.
    /// </summary>
    public string? SubscriptionId { get; init; }

    /// <summary>
    /// Gets the ids of all subscriptions that the payment starts or charges, in a stable order. Empty for one-time
    /// payments. Null from servers before September 2026, which return at most one subscription.
    /// </summary>
    public IReadOnlyList<string>? SubscriptionIds { get; init; }

    /// <summary>
    /// Gets whether the payment starts more than one subscription, or null from servers before September 2026.
    /// </summary>
    public bool? IsMultiSubscription { get; init; }

    /// <summary>
    /// Gets the charge key and the attempt for which the payment was made, or null if the payment was not made by a
    /// flow of this SDK. Also available on payments in webhooks.
    /// </summary>
    /// <remarks>Renewal payments of a subscription have the charge reference of the purchase that started it.</remarks>
    [JsonIgnore]
    public ChargeReference? Charge => ChargeReference.Read(Metadata);

    /// <summary>Gets the id of the checkout session that created the payment, or null if there is none.</summary>
    public string? CheckoutSessionId { get; init; }

    /// <summary>Gets your own metadata, such as the id of an order.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the billing address.</summary>
    public BillingAddress? Billing { get; init; }

    /// <summary>Gets the family of the payment method.</summary>
    public PaymentMethodFamily? PaymentMethod { get; init; }

    /// <summary>Gets the concrete payment method.</summary>
    public PaymentMethodType? PaymentMethodType { get; init; }

    /// <summary>Gets the id of the saved payment method that was charged. Often null.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets the last four digits of the card, for display.</summary>
    public string? CardLastFour { get; init; }

    /// <summary>Gets the card scheme, such as <c>VISA</c>.</summary>
    public string? CardNetwork { get; init; }

    /// <summary>Gets the type of the card, <c>CREDIT</c> or <c>DEBIT</c>.</summary>
    public string? CardType { get; init; }

    /// <summary>Gets the name on the card.</summary>
    public string? CardHolderName { get; init; }

    /// <summary>Gets the country of the bank that issued the card.</summary>
    public CountryCode? CardIssuingCountry { get; init; }

    /// <summary>
    /// Gets the decline code, such as <c>INSUFFICIENT_FUNDS</c>; new codes may be added. Do not show it to customers:
    /// some reasons must not be disclosed to them. <see cref="DeclineReason.Of(string)"/> returns its meaning.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets advice for you about the failure. Do not show it to customers.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>
    /// Gets the URL of a page on which the customer can continue the payment, for example for 3-D Secure.
    /// </summary>
    public string? PaymentLink { get; init; }

    /// <summary>Gets the applied discount codes, in order.</summary>
    public IReadOnlyList<AppliedDiscount>? Discounts { get; init; }

    /// <summary>Gets the first of <see cref="Discounts"/>. Superseded by that property.</summary>
    public string? DiscountId { get; init; }

    /// <summary>Gets whether the payment was refunded in part or in full, or null if nothing was refunded.</summary>
    public PaymentRefundStatus? RefundStatus { get; init; }

    /// <summary>Gets the refunds, including failed ones.</summary>
    public IReadOnlyList<RefundListItem> Refunds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the disputes.</summary>
    public IReadOnlyList<Dispute> Disputes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Gets the number of the scheduled retry of a renewal: 0 for the first attempt, 1 or higher for a retry.
    /// </summary>
    public int RetryAttempt { get; init; }

    /// <summary>Gets whether the payment only set up a payment method, without a purchase.</summary>
    public bool IsUpdatePaymentMethod { get; init; }

    /// <summary>Gets the customer's responses to your custom fields.</summary>
    public IReadOnlyList<CustomFieldResponse>? CustomFieldResponses { get; init; }

    /// <summary>Gets whether the digital products have been delivered.</summary>
    public bool DigitalProductsDelivered { get; init; }

    /// <summary>Gets the number of the invoice.</summary>
    public string? InvoiceId { get; init; }

    /// <summary>Gets the URL of the invoice.</summary>
    public string? InvoiceUrl { get; init; }

    /// <summary>Gets the processor that handled the payment.</summary>
    public PaymentProvider PaymentProvider { get; init; }

    /// <summary>Gets the time at which the payment was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the time at which the payment was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the id of the brand to which the payment belongs.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Returns the ids of all subscriptions of the payment, both from current servers and from servers that return a
    /// single id.
    /// </summary>
    internal IReadOnlyList<string> Subscriptions() =>
        SubscriptionIds is { Count: > 0 } ids ? ids
        : string.IsNullOrEmpty(SubscriptionId) ? []
        : [SubscriptionId];
}
