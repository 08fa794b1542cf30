namespace DodoUpsell;

/// <summary>
/// The answer to a new payment method (<c>POST /subscriptions/{subscription_id}/update-payment-method</c>). On a
/// subscription on hold the dues are charged with it.
/// </summary>
public sealed record PaymentMethodUpdateResult : ApiObject
{
    /// <summary>
    /// Gets the payment that sets the method up or pays the dues; null when an active subscription only switches to a
    /// saved method.
    /// </summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets where the customer enters a new method.</summary>
    public string? PaymentLink { get; init; }

    /// <summary>For the checkout SDK in the browser.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Gets when <see cref="PaymentLink"/> stops working.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }
}
