namespace DodoUpsell;

/// <summary>
/// A manual retry of a failed renewal payment (<c>POST /payments/{payment_id}/retry</c>). It is accepted; only
/// <see cref="PaymentStatus.Succeeded"/> means paid.
/// </summary>
public sealed record PaymentRetry : ApiObject
{
    /// <summary>Gets the id of the new payment that the retry made. It is not the payment that was retried.</summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// Gets the status of the new payment. Null means unknown, never success; <see cref="PaymentStatus.Processing"/> is
    /// settled by the payment's webhooks.
    /// </summary>
    public PaymentStatus? Status { get; init; }

    /// <summary>Gets the number of the invoice that it pays.</summary>
    public string InvoiceId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets whether it was asked for by a call and not made on schedule; true in answers of this operation.
    /// </summary>
    public bool IsManualRetry { get; init; }

    /// <summary>Gets which attempt at the invoice it is; manual retries count.</summary>
    public int RetryAttempt { get; init; }

    /// <summary>Gets how many manual retries the invoice is allowed.</summary>
    public long SendsAllowed { get; init; }

    /// <summary>Gets how many manual retries of the invoice are used, this one included.</summary>
    public long SendsUsed { get; init; }

    /// <summary>Gets when the next manual retry is possible, or null if none is left.</summary>
    public DateTimeOffset? RetryAvailableAt { get; init; }
}
