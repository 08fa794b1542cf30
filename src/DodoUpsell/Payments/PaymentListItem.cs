using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// A payment as lists show it (<c>GET /payments</c>): without cart, decline code, session, saved method and refunds,
/// which only <see cref="Payment"/> has.
/// </summary>
public sealed record PaymentListItem : ApiObject
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

    /// <summary>Your own data. It cannot be searched for, only compared.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the family of the method that pays.</summary>
    public PaymentMethodFamily? PaymentMethod { get; init; }

    /// <summary>Gets the concrete method that pays.</summary>
    public PaymentMethodType? PaymentMethodType { get; init; }

    /// <summary>Gets the card's last four digits, to show it by.</summary>
    public string? CardLastFour { get; init; }

    /// <summary>Gets the card scheme, such as <c>VISA</c>.</summary>
    public string? CardNetwork { get; init; }

    /// <summary>Gets whether part or all of it was refunded; null when nothing was.</summary>
    public PaymentRefundStatus? RefundStatus { get; init; }

    /// <summary>Gets where its dispute stands; null without one.</summary>
    public DisputeStatus? DisputeStatus { get; init; }

    /// <summary>Gets whether license keys were issued for it.</summary>
    public bool HasLicenseKey { get; init; }

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

    /// <summary>Gets the brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
