namespace DodoUpsell.Withdrawals;

/// <summary>A contract as the API describes it, with the payments that a full refund returns, the newest first.</summary>
internal sealed record ContractReading(
    WithdrawalContract Contract,
    IReadOnlyList<string> PaymentIds,
    Subscription? Subscription,
    Payment? Purchase
)
{
    /// <summary>Gets whether the purchase also starts subscriptions, so that it cannot be refunded as a whole.</summary>
    public bool IsShared => Purchase is not null && Purchase.Subscriptions().Count > 0;
}
