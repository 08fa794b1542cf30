namespace DodoUpsell;

/// <summary>A checkout session as it was created (<c>POST /checkouts</c>). It is accepted, not paid.</summary>
public sealed record CheckoutSession : ApiObject
{
    /// <summary>Gets the session's id; the payment carries it too.</summary>
    public required string SessionId { get; init; }

    /// <summary>
    /// Gets where the customer pays. Null exactly when a saved method was charged: then there is no page to go to.
    /// </summary>
    public string? CheckoutUrl { get; init; }

    /// <summary>Gets the payment, when the session was confirmed; its status says whether it was paid.</summary>
    public string? PaymentId { get; init; }

    /// <summary>For the checkout SDK in the browser, when the session was confirmed.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>For the checkout SDK in the browser, when the session was confirmed.</summary>
    public string? PublishableKey { get; init; }
}
