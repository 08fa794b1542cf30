namespace DodoUpsell;

/// <summary>
/// Represents a newly created checkout session (<c>POST /checkouts</c>). The session is accepted, not paid.
/// </summary>
public sealed record CheckoutSession : ApiObject
{
    /// <summary>Gets the session's id. The payment contains it as well.</summary>
    public required string SessionId { get; init; }

    /// <summary>
    /// Gets the URL of the hosted checkout page. It is null exactly when a saved payment method was charged, because
    /// there is no page in that case.
    /// </summary>
    public string? CheckoutUrl { get; init; }

    /// <summary>
    /// Gets the payment's id, or null if the session was not confirmed. The status of the payment tells whether it is
    /// paid.
    /// </summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets the client secret for the checkout SDK in the browser, or null if the session was not confirmed.
    /// </summary>
    public string? ClientSecret { get; init; }

    /// <summary>
    /// Gets the publishable key for the checkout SDK in the browser, or null if the session was not confirmed.
    /// </summary>
    public string? PublishableKey { get; init; }
}
