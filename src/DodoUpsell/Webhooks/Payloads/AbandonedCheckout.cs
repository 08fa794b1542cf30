namespace DodoUpsell.Webhooks;

/// <summary>A customer left a checkout, or was won back (<c>abandoned_checkout.*</c>).</summary>
public sealed record AbandonedCheckout : ApiObject
{
    /// <summary>The payment that was not made.</summary>
    public required string PaymentId { get; init; }

    /// <summary>Who left.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Why it counts as abandoned.</summary>
    public AbandonmentReason AbandonmentReason { get; init; }

    /// <summary>Where winning back stands.</summary>
    public AbandonedCheckoutStatus Status { get; init; }

    /// <summary>When it was abandoned.</summary>
    public DateTimeOffset AbandonedAt { get; init; }

    /// <summary>The payment that was made in the end; null until then.</summary>
    public string? RecoveredPaymentId { get; init; }

    /// <summary>The brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
