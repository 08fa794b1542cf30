namespace DodoUpsell;

/// <summary>
/// Decides what happens after a confirmed withdrawal. Register it with <c>AddWithdrawalPolicy</c>; without one, a
/// withdrawal in time refunds everything and cancels the subscription, and a late one is left for review.
/// </summary>
public interface IWithdrawalPolicy
{
    /// <summary>Decides about a withdrawal.</summary>
    /// <remarks>
    /// The decision is stored before it is executed, and the stored decision is final. The method can be called again if
    /// it fails, or if the process ends before the decision is stored, so it must not change anything itself.
    /// </remarks>
    /// <param name="context">The withdrawal, its contract and its payments.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask<WithdrawalDecision> DecideAsync(
        WithdrawalPolicyContext context,
        CancellationToken cancellationToken = default
    );
}

/// <summary>Contains what a policy can decide by.</summary>
public sealed record WithdrawalPolicyContext
{
    /// <summary>Gets the withdrawal. Its contract is the current one.</summary>
    public required Withdrawal Withdrawal { get; init; }

    /// <summary>Gets whether the withdrawal was confirmed within the withdrawal period.</summary>
    public bool IsInTime { get; init; }

    /// <summary>
    /// Gets the payments that a full refund returns: that of the purchase, or those of the subscription within the
    /// withdrawal period, the newest first.
    /// </summary>
    public required IReadOnlyList<Payment> Payments { get; init; }

    /// <summary>Gets the subscription, or null for a purchase.</summary>
    public Subscription? Subscription { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(WithdrawalPolicyContext);
}
