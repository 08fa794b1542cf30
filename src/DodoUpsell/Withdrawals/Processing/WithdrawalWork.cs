using System.Text.Json;

namespace DodoUpsell.Withdrawals;

/// <summary>Specifies what becomes of the subscription of a withdrawal.</summary>
internal enum WithdrawalCancellation
{
    NotNeeded,
    Due,
    Done,
    Refused,
}

/// <summary>What a withdrawal has decided, done and left to do. It is stored as JSON and has no personal data.</summary>
internal sealed record WithdrawalWork
{
    /// <summary>Gets other ids of the contract by which links may name it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool IsDecided { get; init; }

    public string? SubscriptionId { get; init; }

    public WithdrawalCancellation Cancellation { get; init; }

    public IReadOnlyList<WithdrawalRefund> Refunds { get; init; } = [];

    /// <summary>Gets the reason for a review that does not concern a single refund.</summary>
    public WithdrawalReviewReason? Reason { get; init; }

    /// <summary>Gets the notices that handlers have not been told, in their order.</summary>
    public IReadOnlyList<WithdrawalNotice> Untold { get; init; } = [];

    public WithdrawalReviewReason? ReviewReason =>
        Reason ?? Refunds.Select(refund => refund.ReviewReason).FirstOrDefault(reason => reason is not null);

    public bool IsOpen =>
        !IsDecided
        || Cancellation == WithdrawalCancellation.Due
        || Refunds.Any(refund =>
            refund.Status
                is WithdrawalRefundStatus.Planned
                    or WithdrawalRefundStatus.Sending
                    or WithdrawalRefundStatus.Pending
        );

    public WithdrawalWork With(WithdrawalRefund changed) =>
        this with
        {
            Refunds =
            [
                .. Refunds.Select(refund =>
                    string.Equals(refund.PaymentId, changed.PaymentId, StringComparison.Ordinal) ? changed : refund
                ),
            ],
        };

    public WithdrawalWork Told(WithdrawalNotice notice) =>
        this with
        {
            Untold = [.. Untold.Where(left => left != notice)],
        };

    public string ToJson() => JsonSerializer.Serialize(this, WithdrawalJsonContext.Default.WithdrawalWork);

    public static WithdrawalWork Of(WithdrawalRecord record) =>
        JsonSerializer.Deserialize(record.Work, WithdrawalJsonContext.Default.WithdrawalWork)!;
}

/// <summary>What the consumer stated. It is personal data.</summary>
internal sealed record WithdrawalStatement
{
    public required string Name { get; init; }

    public required string Contact { get; init; }

    public required string Culture { get; init; }

    public required WithdrawalContract Contract { get; init; }

    public override string ToString() => nameof(WithdrawalStatement);

    public string ToJson() => JsonSerializer.Serialize(this, WithdrawalJsonContext.Default.WithdrawalStatement);

    public static WithdrawalStatement? Of(WithdrawalRecord record) =>
        record.Statement is { } json
            ? JsonSerializer.Deserialize(json, WithdrawalJsonContext.Default.WithdrawalStatement)
            : null;
}
