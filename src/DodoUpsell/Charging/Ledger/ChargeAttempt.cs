namespace DodoUpsell;

/// <summary>
/// Represents one attempt at a charge key. Its id is stored in the payment's metadata, so that the payment can be
/// found.
/// </summary>
public sealed record ChargeAttempt
{
    /// <summary>Gets the globally unique id of the attempt.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Gets whether the customer pays on a checkout page. If false, the attempt charges a saved payment method with one
    /// click.
    /// </summary>
    public bool IsCheckout { get; init; }

    /// <summary>Gets the time at which the attempt started, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the id of the attempt's payment, or null if it is not known yet.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets the id of the saved payment method that the attempt charges, or null for a checkout page.
    /// </summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets the last known status of the payment, as returned by the API.</summary>
    public string? Status { get; init; }

    /// <summary>Gets the API's error code for the failed payment. Do not show it to customers.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Returns the id and the status only.</summary>
    public override string ToString() => $"{nameof(ChargeAttempt)} ({Id}, {Status ?? "no payment known"})";
}
