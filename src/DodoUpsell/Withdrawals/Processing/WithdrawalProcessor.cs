using DodoUpsell.Diagnostics;

namespace DodoUpsell.Withdrawals;

/// <summary>
/// Does what is due for confirmed withdrawals: tells handlers, asks the policy, cancels and refunds. Several nodes can run
/// it at the same time, and it can be interrupted at any point.
/// </summary>
internal sealed class WithdrawalProcessor(WithdrawalEngine engine)
{
    private const int PageSize = 50;

    // Another caller changes a record at most a few times during a turn: webhooks and guests.
    private const int MaxTurns = 5;

    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    private readonly WithdrawalNotices _notices = new(engine);
    private readonly WithdrawalDecider _decider = new(engine);
    private readonly WithdrawalCanceller _canceller = new(engine);
    private readonly WithdrawalRefunder _refunder = new(engine);
    private long? _pruned;

    /// <summary>Processes what is due. A failure is logged and tried again later.</summary>
    /// <returns>The number of withdrawals that were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // With a clock that is ahead, the lease of another node would seem over, and old records too old to keep.
        if (!await engine.Charges.ClockGuard.IsMeasuredAsync(cancellationToken).ConfigureAwait(false))
            return 0;
        var count = 0;
        IReadOnlyList<WithdrawalRecord> due;
        do
        {
            due = await engine
                .Store.ListDueAsync(engine.Environment, engine.Clock.GetUtcNow(), PageSize, cancellationToken)
                .ConfigureAwait(false);
            var leased = 0;
            foreach (var record in due)
                leased += await TryAsync(record, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            count += leased;

            // If another node has leased all of them, the next page would be the same.
            if (leased == 0)
                break;
        } while (due.Count == PageSize);

        await PruneAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    private async Task<bool> TryAsync(WithdrawalRecord due, CancellationToken cancellationToken)
    {
        // The lease only avoids duplicate work. What must not happen twice is decided by the record itself.
        var leased = due with
        {
            Version = due.Version + 1,
            DueAt = engine.Clock.GetUtcNow() + LeaseTime + 2 * engine.Charges.Times.MaxClockSkew,
            Attempts = due.Attempts + 1,
        };
        if (!await engine.Store.TryUpdateAsync(leased, cancellationToken).ConfigureAwait(false))
            return false;
        try
        {
            await ProcessAsync(leased, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One withdrawal that cannot be processed must not block the others.
            Log.WithdrawalNotProcessed(engine.Log, due.Id, leased.Attempts, e.GetType().Name);
            await ReleaseAsync(due.Id, leased.Attempts, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private async Task ProcessAsync(WithdrawalRecord? record, CancellationToken cancellationToken)
    {
        for (var turn = 0; turn < MaxTurns && record is not null; turn++)
        {
            var current = new WithdrawalTurn(engine, record);
            await _notices.TellAsync(current, cancellationToken).ConfigureAwait(false);
            await _decider.DecideAsync(current, cancellationToken).ConfigureAwait(false);

            // First the subscription, so that it does not renew before its payments are refunded.
            await _canceller.CancelAsync(current, cancellationToken).ConfigureAwait(false);
            await _refunder.RefundAsync(current, cancellationToken).ConfigureAwait(false);
            await _notices.TellAsync(current, cancellationToken).ConfigureAwait(false);
            if (
                await current
                    .SaveAsync(current.Work, cancellationToken, after => Next(after, current))
                    .ConfigureAwait(false)
            )
                return;
            record = await engine
                .Store.FindAsync(engine.Environment, record.Id, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private WithdrawalRecord Next(WithdrawalRecord record, WithdrawalTurn turn)
    {
        var attempts = turn.HasProgress ? 0 : record.Attempts;
        return record with
        {
            Attempts = attempts,
            DueAt = WithdrawalTransitions.NextLook(turn.Work, attempts, engine.Clock.GetUtcNow()),
        };
    }

    private async Task ReleaseAsync(string id, int attempts, CancellationToken cancellationToken)
    {
        try
        {
            var record = await engine.Store.FindAsync(engine.Environment, id, cancellationToken).ConfigureAwait(false);
            if (record is null)
                return;
            var due = WithdrawalTransitions.NextLook(WithdrawalWork.Of(record), attempts, engine.Clock.GetUtcNow());
            await engine
                .Store.TryUpdateAsync(record with { Version = record.Version + 1, DueAt = due }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The lease ends by itself.
            Log.WithdrawalStoreFailed(engine.Log, e.GetType().Name);
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        if (_pruned is { } pruned && engine.Clock.GetElapsedTime(pruned) < PruneInterval)
            return;
        var (now, options) = (engine.Clock.GetUtcNow(), engine.Options);
        await engine
            .Store.PruneAsync(
                engine.Environment,
                now - options.DraftRetention,
                now - options.Retention,
                cancellationToken
            )
            .ConfigureAwait(false);
        _pruned = engine.Clock.GetTimestamp();
    }
}
