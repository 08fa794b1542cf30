namespace DodoUpsell;

/// <summary>Whether a failed renewal payment can be retried now (<c>GET /payments/{payment_id}/retry</c>).</summary>
public sealed record PaymentRetryState : ApiObject
{
    /// <summary>Gets whether a retry would be accepted now; false also when the answer does not say it.</summary>
    public bool CanRetry { get; init; }

    /// <summary>Gets the error code that a retry would fail with, or null if it would be accepted.</summary>
    public DodoErrorCode? Reason { get; init; }

    /// <summary>Gets how many manual retries the invoice is allowed.</summary>
    public long SendsAllowed { get; init; }

    /// <summary>Gets how many manual retries of the invoice are used.</summary>
    public long SendsUsed { get; init; }

    /// <summary>Gets when the next manual retry is possible, or null if that is not known or none is left.</summary>
    public DateTimeOffset? RetryAvailableAt { get; init; }
}
