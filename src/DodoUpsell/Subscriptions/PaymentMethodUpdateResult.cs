namespace DodoUpsell;

/// <summary>
/// Represents the response to a change of the payment method (<c>POST
/// /subscriptions/{subscription_id}/update-payment-method</c>). If the subscription is on hold, the change also charges
/// the amount due.
/// </summary>
public sealed record PaymentMethodUpdateResult : ApiObject
{
    /// <summary>
    /// Gets the id of the payment that sets up the payment method or pays the amount due, or null if an active
    /// subscription only switches to a saved payment method.
    /// </summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets the URL of the hosted page on which the customer enters a new payment method.</summary>
    public string? PaymentLink { get; init; }

    /// <summary>Gets the client secret for the checkout SDK in the browser.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Gets the time at which <see cref="PaymentLink"/> expires.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }
}
