namespace DodoUpsell.Webhooks;

/// <summary>A customer left a checkout, or was won back (<c>abandoned_checkout.*</c>).</summary>
public sealed record AbandonedCheckout : ApiObject
{
    /// <summary>Gets the payment that was not made.</summary>
    public required string PaymentId { get; init; }

    /// <summary>Gets who left.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets why it counts as abandoned.</summary>
    public AbandonmentReason AbandonmentReason { get; init; }

    /// <summary>Gets where winning back stands.</summary>
    public AbandonedCheckoutStatus Status { get; init; }

    /// <summary>Gets when it was abandoned.</summary>
    public DateTimeOffset AbandonedAt { get; init; }

    /// <summary>Gets the payment that was made in the end; null until then.</summary>
    public string? RecoveredPaymentId { get; init; }

    /// <summary>Gets the brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
