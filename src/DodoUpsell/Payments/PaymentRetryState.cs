namespace DodoUpsell;

/// <summary>
/// Represents the retry state of a failed renewal payment (<c>GET /payments/{payment_id}/retry</c>).
/// </summary>
public sealed record PaymentRetryState : ApiObject
{
    /// <summary>Gets whether a retry would be accepted now. Also false if the response does not contain it.</summary>
    public bool CanRetry { get; init; }

    /// <summary>Gets the error code with which a retry would fail, or null if it would be accepted.</summary>
    public DodoErrorCode? Reason { get; init; }

    /// <summary>Gets the number of manual retries that are allowed for the invoice.</summary>
    public long SendsAllowed { get; init; }

    /// <summary>Gets the number of manual retries of the invoice that are used.</summary>
    public long SendsUsed { get; init; }

    /// <summary>
    /// Gets the time at which the next manual retry is possible, or null if it is not known or none is left.
    /// </summary>
    public DateTimeOffset? RetryAvailableAt { get; init; }
}
