namespace DodoUpsell;

/// <summary>Specifies the state of a refund that a withdrawal causes.</summary>
public enum WithdrawalRefundStatus
{
    /// <summary>Not requested yet.</summary>
    Planned,

    /// <summary>Being requested, or requested with an unknown outcome. It is not requested again.</summary>
    Sending,

    /// <summary>Accepted by Dodo Payments, but not refunded yet.</summary>
    Pending,

    /// <summary>Refunded.</summary>
    Succeeded,

    /// <summary>Not refunded: the refund failed after it was accepted.</summary>
    Failed,

    /// <summary>Nothing is left to refund: the payment was zero or had been refunded before.</summary>
    NotNeeded,

    /// <summary>The seller must look at it. <see cref="WithdrawalRefund.ReviewReason"/> contains the reason.</summary>
    NeedsReview,

    /// <summary>
    /// Needed a review that the seller has closed (<see cref="IWithdrawalFlow.CloseReviewAsync"/>). It is not requested
    /// any more.
    /// </summary>
    Closed,
}

/// <summary>Represents the refund of one payment that a withdrawal causes.</summary>
public sealed record WithdrawalRefund
{
    /// <summary>
    /// The metadata entry of a refund whose value is the id of the withdrawal, so that the refund is recognised.
    /// </summary>
    public const string MetadataKey = "dodoupsell_withdrawal";

    /// <summary>Gets the id of the payment.</summary>
    public required string PaymentId { get; init; }

    /// <summary>Gets the status.</summary>
    public WithdrawalRefundStatus Status { get; init; }

    /// <summary>
    /// Gets the refunded amount; before the request, the amount to refund, or null for everything that is left.
    /// </summary>
    public Money? Amount { get; init; }

    /// <summary>Gets the id of the refund, or null if it is not known.</summary>
    public string? RefundId { get; init; }

    /// <summary>Gets the time at which the request was last marked as being sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Gets the number of requests that were marked as being sent.</summary>
    public int Sends { get; init; }

    /// <summary>Gets the reason why the seller must look at the refund, or null if there is none.</summary>
    public WithdrawalReviewReason? ReviewReason { get; init; }

    /// <summary>Gets the API's error code of the last refused request, or null if there is none.</summary>
    public string? ErrorCode { get; init; }
}
