namespace DodoUpsell;

/// <summary>
/// Represents a manual retry of a failed renewal payment (<c>POST /payments/{payment_id}/retry</c>). The retry is
/// accepted; it is paid only if the status is <see cref="PaymentStatus.Succeeded"/>.
/// </summary>
public sealed record PaymentRetry : ApiObject
{
    /// <summary>
    /// Gets the id of the new payment that the retry created. It differs from the id of the retried payment.
    /// </summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// Gets the status of the new payment. Null means that the status is unknown; it never means success. After
    /// <see cref="PaymentStatus.Processing"/>, the webhooks of the payment report the result.
    /// </summary>
    public PaymentStatus? Status { get; init; }

    /// <summary>Gets the number of the invoice that the retry pays.</summary>
    public string InvoiceId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets whether the retry was requested by a call rather than made on schedule. Always true in responses of this
    /// operation.
    /// </summary>
    public bool IsManualRetry { get; init; }

    /// <summary>Gets the number of the attempt at the invoice, including manual retries.</summary>
    public int RetryAttempt { get; init; }

    /// <summary>Gets the number of manual retries that are allowed for the invoice.</summary>
    public long SendsAllowed { get; init; }

    /// <summary>Gets the number of manual retries of the invoice that are used, including this one.</summary>
    public long SendsUsed { get; init; }

    /// <summary>Gets the time at which the next manual retry is possible, or null if none is left.</summary>
    public DateTimeOffset? RetryAvailableAt { get; init; }
}
