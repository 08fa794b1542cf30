namespace DodoUpsell.Withdrawals;

/// <summary>Converts stored withdrawals to what callers see.</summary>
internal static class WithdrawalView
{
    public static Withdrawal Of(WithdrawalRecord record)
    {
        var statement = WithdrawalStatement.Of(record);
        var work = WithdrawalWork.Of(record);
        return new()
        {
            Id = record.Id,
            State = record.State,
            Contract = ContractOf(record),
            Name = statement?.Name ?? "",
            Contact = statement?.Contact ?? "",
            Culture = statement?.Culture ?? "",
            StatedAt = record.StatedAt,
            ConfirmedAt = record.ConfirmedAt,
            Acknowledgement = record.Acknowledgement,
            Refunds = work.Refunds,
            IsSubscriptionCancelled = work.Cancellation == WithdrawalCancellation.Done,
            ReviewReason = record.State == WithdrawalState.NeedsReview ? work.ReviewReason : null,
            Version = record.Version,
            ErasedAt = record.ErasedAt,
        };
    }

    /// <summary>Returns the contract as it was stated. After the erasure, only its ids are left.</summary>
    public static WithdrawalContract ContractOf(WithdrawalRecord record) =>
        (WithdrawalStatement.Of(record)?.Contract ?? new() { Id = record.ContractId }) with
        {
            CustomerId = record.CustomerId,
            WithdrawalId = record.State == WithdrawalState.Stated ? null : record.Id,
        };
}
