namespace DodoUpsell;

/// <summary>
/// A payment as it was created (<c>POST /payments</c>). It is accepted, not paid: read the payment for its status.
/// </summary>
public sealed record CreatedPayment : ApiObject
{
    /// <summary>Gets the payment's id.</summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// Gets what the customer is to pay, tax included, in minor units of the payment's currency, which only
    /// <see cref="Payment"/> says.
    /// </summary>
    public long TotalAmount { get; init; }

    /// <summary>Gets where the customer pays, when a page was asked for.</summary>
    public string? PaymentLink { get; init; }

    /// <summary>Gets when <see cref="PaymentLink"/> stops working.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>For the checkout SDK in the browser.</summary>
    public string ClientSecret
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets who pays.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>Gets what is bought.</summary>
    public IReadOnlyList<PaymentItem>? ProductCart { get; init; }

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
