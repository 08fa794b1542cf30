namespace DodoUpsell;

/// <summary>
/// Represents a newly created payment (<c>POST /payments</c>). The payment is accepted, not paid: get the payment for
/// its status.
/// </summary>
public sealed record CreatedPayment : ApiObject
{
    /// <summary>Gets the payment's id.</summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// Gets the amount to pay, including tax, in minor units of the payment's currency. Only <see cref="Payment"/>
    /// contains the currency.
    /// </summary>
    public long TotalAmount { get; init; }

    /// <summary>Gets the URL of the page on which the customer pays, or null if no page was requested.</summary>
    public string? PaymentLink { get; init; }

    /// <summary>Gets the time at which <see cref="PaymentLink"/> expires.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>Gets the client secret for the checkout SDK in the browser.</summary>
    public string ClientSecret
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the customer who pays.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>Gets the products to buy.</summary>
    public IReadOnlyList<PaymentItem>? ProductCart { get; init; }

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
