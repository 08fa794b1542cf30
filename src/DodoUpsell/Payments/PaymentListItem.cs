using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents a payment in a list (<c>GET /payments</c>). Cart, decline code, checkout session, saved payment method
/// and refunds are only on <see cref="Payment"/>.
/// </summary>
public sealed record PaymentListItem : ApiObject
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

    /// <summary>Gets your own metadata. The API cannot search for it; compare it instead.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the family of the payment method.</summary>
    public PaymentMethodFamily? PaymentMethod { get; init; }

    /// <summary>Gets the concrete payment method.</summary>
    public PaymentMethodType? PaymentMethodType { get; init; }

    /// <summary>Gets the last four digits of the card, for display.</summary>
    public string? CardLastFour { get; init; }

    /// <summary>Gets the card scheme, such as <c>VISA</c>.</summary>
    public string? CardNetwork { get; init; }

    /// <summary>Gets whether the payment was refunded in part or in full, or null if nothing was refunded.</summary>
    public PaymentRefundStatus? RefundStatus { get; init; }

    /// <summary>
    /// Gets whether the row has the member of <see cref="RefundStatus"/>. A row without it does not say that nothing
    /// was refunded.
    /// </summary>
    internal bool SaysRefundStatus { get; init; }

    /// <summary>Gets the status of the payment's dispute, or null if there is none.</summary>
    public DisputeStatus? DisputeStatus { get; init; }

    /// <summary>Gets whether the row has the member of <see cref="DisputeStatus"/>.</summary>
    internal bool SaysDisputeStatus { get; init; }

    /// <summary>Gets whether license keys were issued for the payment.</summary>
    public bool HasLicenseKey { get; init; }

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

    /// <summary>Gets the id of the brand to which the payment belongs.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
