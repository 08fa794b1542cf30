namespace DodoUpsell;

/// <summary>
/// One try at a charge key. Its id travels in the payment's metadata, which is how the payment is found again.
/// </summary>
public sealed record ChargeAttempt
{
    /// <summary>Gets the attempt's id, unique for ever.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Gets whether the customer pays it on a checkout page, instead of one click charging a saved method.
    /// </summary>
    public bool IsCheckout { get; init; }

    /// <summary>Gets when it began, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets its payment, once that is known.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets the saved method that it charged; null for a checkout page.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets the payment's status when it was last seen, in the API's words.</summary>
    public string? Status { get; init; }

    /// <summary>Gets why its payment failed, in the API's words. Not for customers.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The id and the status only.</summary>
    public override string ToString() => $"{nameof(ChargeAttempt)} ({Id}, {Status ?? "no payment known"})";
}
