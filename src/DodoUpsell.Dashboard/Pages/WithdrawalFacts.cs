namespace DodoUpsell.Dashboard.Pages;

/// <summary>What operators see of a withdrawal. The name and the contact are left out.</summary>
internal sealed record WithdrawalFacts
{
    public required string Id { get; init; }

    public required string ContractId { get; init; }

    public required bool IsSubscription { get; init; }

    public required string CustomerId { get; init; }

    public required WithdrawalState State { get; init; }

    public required WithdrawalReviewReason? Reason { get; init; }

    public required IReadOnlyList<WithdrawalRefund> Refunds { get; init; }

    public required bool IsSubscriptionCancelled { get; init; }

    public required DateTimeOffset StatedAt { get; init; }

    public required DateTimeOffset? ConfirmedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required DateTimeOffset? DueAt { get; init; }

    public required DateTimeOffset? ErasedAt { get; init; }

    public required int Version { get; init; }

    /// <summary>Gets the text of the acknowledgement, or null if there is none. Only the page of one shows it.</summary>
    public required string? Acknowledgement { get; init; }

    public override string ToString() => $"{nameof(WithdrawalFacts)} {Id}";

    public static WithdrawalFacts Of(WithdrawalRecord record)
    {
        var withdrawal = record.ToWithdrawal();
        return new()
        {
            Id = withdrawal.Id,
            ContractId = withdrawal.Contract.Id,
            IsSubscription = withdrawal.Contract.IsSubscription,
            CustomerId = withdrawal.Contract.CustomerId,
            State = withdrawal.State,
            Reason = withdrawal.ReviewReason,
            Refunds = withdrawal.Refunds,
            IsSubscriptionCancelled = withdrawal.IsSubscriptionCancelled,
            StatedAt = withdrawal.StatedAt,
            ConfirmedAt = withdrawal.ConfirmedAt,
            EndedAt = record.EndedAt,
            DueAt = record.DueAt,
            ErasedAt = withdrawal.ErasedAt,
            Version = withdrawal.Version,
            Acknowledgement = withdrawal.Acknowledgement,
        };
    }
}
