namespace DodoUpsell;

/// <summary>Represents the decision of a policy about a withdrawal.</summary>
public sealed record WithdrawalDecision
{
    private WithdrawalDecision() { }

    /// <summary>Gets whether everything that is left of the payments is refunded.</summary>
    public bool RefundsInFull { get; private init; }

    /// <summary>Gets the amount to refund, or null if everything or nothing is refunded.</summary>
    public Money? Amount { get; private init; }

    /// <summary>Gets whether the subscription is cancelled at once. Ignored for purchases.</summary>
    public bool CancelsSubscription { get; private init; }

    /// <summary>Gets the reason why a person must look at the withdrawal, or null if none must.</summary>
    public WithdrawalReviewReason? ReviewReason { get; private init; }

    /// <summary>Returns the decision to refund everything that is left of the payments.</summary>
    public static WithdrawalDecision RefundInFull(bool cancelSubscription = true) =>
        new() { RefundsInFull = true, CancelsSubscription = cancelSubscription };

    /// <summary>
    /// Returns the decision to refund an amount, for example because the service was used with the consumer's consent.
    /// The newest payment is refunded first.
    /// </summary>
    /// <param name="amount">The amount including tax, in the currency of the payments.</param>
    /// <param name="cancelSubscription">Whether the subscription is cancelled at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not positive.</exception>
    public static WithdrawalDecision Refund(Money amount, bool cancelSubscription = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount.MinorUnits, nameof(amount));
        return new() { Amount = amount, CancelsSubscription = cancelSubscription };
    }

    /// <summary>Returns the decision to refund nothing.</summary>
    public static WithdrawalDecision NoRefund(bool cancelSubscription = true) =>
        new() { CancelsSubscription = cancelSubscription };

    /// <summary>Returns the decision that a person looks at the withdrawal. No money moves.</summary>
    public static WithdrawalDecision Review(
        WithdrawalReviewReason reason = WithdrawalReviewReason.Policy,
        bool cancelSubscription = false
    ) => new() { ReviewReason = reason, CancelsSubscription = cancelSubscription };
}
