namespace DodoUpsell;

/// <summary>
/// Represents the status of a checkout session (<c>GET /checkouts/{id}</c>). It contains no metadata.
/// </summary>
public sealed record CheckoutSessionStatus : ApiObject
{
    /// <summary>Gets the session's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the payment's id, or null if the customer has not entered their details yet.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets the status of the payment. Null means that there is no payment yet; it never means success.
    /// </summary>
    public PaymentStatus? PaymentStatus { get; init; }

    /// <summary>Gets the customer's e-mail address, or null if it is not known.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>Gets the customer's name, or null if it is not known.</summary>
    public string? CustomerName { get; init; }

    /// <summary>Gets the time at which the session was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
