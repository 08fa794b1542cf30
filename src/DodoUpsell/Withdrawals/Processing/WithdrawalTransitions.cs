namespace DodoUpsell.Withdrawals;

/// <summary>Determines the state of a confirmed withdrawal from its work, and when a worker looks at it next.</summary>
internal static class WithdrawalTransitions
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromHours(1);

    /// <summary>Returns the record with new work and the state that follows. A new state is told to handlers.</summary>
    public static WithdrawalRecord Of(WithdrawalRecord record, WithdrawalWork work, DateTimeOffset now)
    {
        // What needs review is told at once, even if other refunds are still under way.
        var state =
            work.ReviewReason is not null ? WithdrawalState.NeedsReview
            : work.IsOpen ? WithdrawalState.Confirmed
            : WithdrawalState.Completed;
        if (state != record.State && state != WithdrawalState.Confirmed)
        {
            work = work with
            {
                Untold =
                [
                    .. work.Untold.Where(notice => notice == WithdrawalNotice.Confirmed),
                    state == WithdrawalState.Completed ? WithdrawalNotice.Completed : WithdrawalNotice.NeedsReview,
                ],
            };
        }

        return record with
        {
            State = state,
            EndedAt = state == WithdrawalState.Completed ? record.EndedAt ?? now : null,
            Work = work.ToJson(),
        };
    }

    /// <summary>Returns the work without what needs a review. Nothing of that is requested any more.</summary>
    public static WithdrawalWork ReviewClosed(WithdrawalWork work) =>
        work with
        {
            Reason = null,
            Refunds =
            [
                .. work.Refunds.Select(refund =>
                    refund.ReviewReason is null
                        ? refund
                        : refund with
                        {
                            Status = WithdrawalRefundStatus.Closed,
                            ReviewReason = null,
                        }
                ),
            ],
        };

    /// <summary>Returns when a worker looks at the withdrawal next, or null if nothing is left to do.</summary>
    public static DateTimeOffset? NextLook(WithdrawalWork work, int attempts, DateTimeOffset now)
    {
        if (work is { IsOpen: false, Untold: [] })
            return null;

        // Webhooks report the end of a refund. Reads only make up for a lost one.
        var waits =
            work is { IsDecided: true, Untold: [] }
            && work.Cancellation != WithdrawalCancellation.Due
            && work.Refunds.All(refund =>
                refund.Status is not (WithdrawalRefundStatus.Planned or WithdrawalRefundStatus.Sending)
            );
        if (waits)
            return now + MaxDelay;
        var sends = work
            .Refunds.Where(refund => refund.Status == WithdrawalRefundStatus.Planned)
            .Select(one => one.Sends);
        var exponent = Math.Min(16, Math.Max(attempts, sends.DefaultIfEmpty(0).Max()));
        var delay = TimeSpan.FromSeconds(FirstDelay.TotalSeconds * (1 << exponent));
        return now + (delay < MaxDelay ? delay : MaxDelay);
    }
}
