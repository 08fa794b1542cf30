namespace DodoUpsell;

/// <summary>How far a checkout session has come (<c>GET /checkouts/{id}</c>). It carries no metadata.</summary>
public sealed record CheckoutSessionStatus : ApiObject
{
    /// <summary>Gets the session's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the payment; null until the customer has given their details.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets the payment's status. Null means that there is none yet, never success.</summary>
    public PaymentStatus? PaymentStatus { get; init; }

    /// <summary>Gets the customer's e-mail address, when it is known.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>Gets the customer's name, when it is known.</summary>
    public string? CustomerName { get; init; }

    /// <summary>Gets when the session was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
