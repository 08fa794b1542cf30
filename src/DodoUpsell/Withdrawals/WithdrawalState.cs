namespace DodoUpsell;

/// <summary>Specifies the state of a withdrawal.</summary>
public enum WithdrawalState
{
    /// <summary>Stated, but not confirmed. It has no effect and is removed after some days.</summary>
    Stated,

    /// <summary>Confirmed and acknowledged. Refunds and cancellations are under way.</summary>
    Confirmed,

    /// <summary>Everything that the seller's policy decided is done, or the seller has closed the review.</summary>
    Completed,

    /// <summary>
    /// Confirmed and acknowledged, but the seller must decide or check something, and then close the review with
    /// <see cref="IWithdrawalFlow.CloseReviewAsync"/>.
    /// </summary>
    NeedsReview,
}
