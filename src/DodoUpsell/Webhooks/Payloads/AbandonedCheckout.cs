namespace DodoUpsell.Webhooks;

/// <summary>Represents a checkout that a customer abandoned, and its recovery (<c>abandoned_checkout.*</c>).</summary>
public sealed record AbandonedCheckout : ApiObject
{
    /// <summary>Gets the id of the payment that was not completed.</summary>
    public required string PaymentId { get; init; }

    /// <summary>Gets the id of the customer who abandoned the checkout.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the reason why the checkout counts as abandoned.</summary>
    public AbandonmentReason AbandonmentReason { get; init; }

    /// <summary>Gets the status of the recovery.</summary>
    public AbandonedCheckoutStatus Status { get; init; }

    /// <summary>Gets the time at which the checkout was abandoned.</summary>
    public DateTimeOffset AbandonedAt { get; init; }

    /// <summary>Gets the id of the payment that recovered the checkout, or null if there is none yet.</summary>
    public string? RecoveredPaymentId { get; init; }

    /// <summary>Gets the id of the brand.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
