using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// A payment (<c>GET /payments/{payment_id}</c>). It is paid when <see cref="Status"/> is
/// <see cref="PaymentStatus.Succeeded"/>, and only then.
/// </summary>
public sealed record Payment : ApiObject
{
    /// <summary>Gets the payment's id.</summary>
    public required string PaymentId { get; init; }

    /// <summary>Gets how far it has come. Null means unknown, never success.</summary>
    public PaymentStatus? Status { get; init; }

    /// <summary>Gets who pays.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>Gets the currency that the customer pays in.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets what the customer pays, tax included, in minor units of <see cref="Currency"/>.</summary>
    public long TotalAmount { get; init; }

    /// <summary>Gets <see cref="TotalAmount"/> in its currency.</summary>
    [JsonIgnore]
    public Money Total => new(TotalAmount, Currency);

    /// <summary>Gets the tax in it, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the currency in which it is settled with you.</summary>
    public Currency SettlementCurrency { get; init; }

    /// <summary>
    /// Gets what is settled with you before fees, in minor units of <see cref="SettlementCurrency"/>.
    /// </summary>
    public long SettlementAmount { get; init; }

    /// <summary>Gets <see cref="SettlementAmount"/> in its currency.</summary>
    [JsonIgnore]
    public Money Settlement => new(SettlementAmount, SettlementCurrency);

    /// <summary>Gets the tax in that, in minor units of <see cref="SettlementCurrency"/>.</summary>
    public long? SettlementTax { get; init; }

    /// <summary>Gets <see cref="SettlementTax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? SettlementTaxMoney => SettlementTax is { } amount ? new Money(amount, SettlementCurrency) : null;

    /// <summary>
    /// Gets what was bought. Null for payments of subscriptions: there the subscription knows the product.
    /// </summary>
    public IReadOnlyList<PurchasedItem>? ProductCart { get; init; }

    /// <summary>
    /// Gets the subscription it pays for; null without one, and null for a payment that starts several.
    /// </summary>
    public string? SubscriptionId { get; init; }

    /// <summary>
    /// Gets every subscription that it starts or charges, in a stable order; empty for one-time payments. Null from
    /// servers before September 2026, which name one at most.
    /// </summary>
    public IReadOnlyList<string>? SubscriptionIds { get; init; }

    /// <summary>Gets whether it starts more than one subscription; null from servers before September 2026.</summary>
    public bool? IsMultiSubscription { get; init; }

    /// <summary>
    /// Gets the charge key and the attempt that it was made for, or null if no flow of this SDK made it. A webhook's
    /// payment has it too.
    /// </summary>
    /// <remarks>Renewals of a subscription carry the charge of the purchase that began it.</remarks>
    [JsonIgnore]
    public ChargeReference? Charge => ChargeReference.Read(Metadata);

    /// <summary>Gets the checkout session it came from, if any.</summary>
    public string? CheckoutSessionId { get; init; }

    /// <summary>Your own data, such as what ties it to an order.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets where the customer is billed.</summary>
    public BillingAddress? Billing { get; init; }

    /// <summary>Gets the family of the method that pays.</summary>
    public PaymentMethodFamily? PaymentMethod { get; init; }

    /// <summary>Gets the concrete method that pays.</summary>
    public PaymentMethodType? PaymentMethodType { get; init; }

    /// <summary>Gets the saved method that was charged; often null.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets the card's last four digits, to show it by.</summary>
    public string? CardLastFour { get; init; }

    /// <summary>Gets the card scheme, such as <c>VISA</c>.</summary>
    public string? CardNetwork { get; init; }

    /// <summary>Gets <c>CREDIT</c> or <c>DEBIT</c>.</summary>
    public string? CardType { get; init; }

    /// <summary>Gets the name on the card.</summary>
    public string? CardHolderName { get; init; }

    /// <summary>Gets where the card's bank is.</summary>
    public CountryCode? CardIssuingCountry { get; init; }

    /// <summary>
    /// Gets why it failed, such as <c>INSUFFICIENT_FUNDS</c>; new codes appear. Not for customers: some must not be
    /// told. <see cref="DeclineReason.Of(string)"/> says what it means.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>Advice for you about the failure. Not for customers.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets a page where the payment can go on, such as for 3-D Secure.</summary>
    public string? PaymentLink { get; init; }

    /// <summary>Gets the discount codes that were applied, in order.</summary>
    public IReadOnlyList<AppliedDiscount>? Discounts { get; init; }

    /// <summary>Gets the first of <see cref="Discounts"/>, which supersedes it.</summary>
    public string? DiscountId { get; init; }

    /// <summary>Gets whether part or all of it was refunded; null when nothing was.</summary>
    public PaymentRefundStatus? RefundStatus { get; init; }

    /// <summary>Gets its refunds, failed ones included.</summary>
    public IReadOnlyList<RefundListItem> Refunds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets its disputes.</summary>
    public IReadOnlyList<Dispute> Disputes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>0 for the first try, 1 and up for scheduled retries of a renewal.</summary>
    public int RetryAttempt { get; init; }

    /// <summary>Gets whether it only set up a payment method: nothing was bought.</summary>
    public bool IsUpdatePaymentMethod { get; init; }

    /// <summary>Gets what the customer entered in your custom fields.</summary>
    public IReadOnlyList<CustomFieldResponse>? CustomFieldResponses { get; init; }

    /// <summary>Gets whether its digital goods have been delivered.</summary>
    public bool DigitalProductsDelivered { get; init; }

    /// <summary>Gets the invoice's number.</summary>
    public string? InvoiceId { get; init; }

    /// <summary>Gets where the invoice can be downloaded.</summary>
    public string? InvoiceUrl { get; init; }

    /// <summary>Gets which processor handled it.</summary>
    public PaymentProvider PaymentProvider { get; init; }

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Every subscription that it names, whichever way the server says it.</summary>
    internal IReadOnlyList<string> Subscriptions() =>
        SubscriptionIds is { Count: > 0 } ids ? ids
        : string.IsNullOrEmpty(SubscriptionId) ? []
        : [SubscriptionId];
}
