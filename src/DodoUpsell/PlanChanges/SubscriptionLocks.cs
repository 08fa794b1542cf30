using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// A per-subscription lock kept in the ledger: one plan change or recovery at a time across all nodes. It is released
/// implicitly when the holder's charge reaches a final state.
/// </summary>
internal sealed class SubscriptionLocks(ChargeEngine engine)
{
    /// <summary>Returns the lock as it is now, without waiting for it or taking it.</summary>
    public async Task<LockSight> LookAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        var found = await engine
            .Ledger.FindLockAsync(engine.Environment, subscriptionId, cancellationToken)
            .ConfigureAwait(false);
        return LockSight.Of(
            found,
            found is null
                ? null
                : await engine
                    .Ledger.FindAsync(engine.Environment, found.Holder, cancellationToken)
                    .ConfigureAwait(false)
        );
    }

    /// <summary>
    /// Tries to take the lock for the charge of a key. Returns the lock as it was before, or null if another charge of
    /// the same subscription is under way.
    /// </summary>
    public async Task<LockSight?> TryEnterAsync(
        ChargeKey key,
        string subscriptionId,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var found = await engine
                .Ledger.FindLockAsync(engine.Environment, subscriptionId, cancellationToken)
                .ConfigureAwait(false);
            var holder = await HolderAsync(found, cancellationToken).ConfigureAwait(false);
            if (holder is not null && holder.State.IsOpen() && holder.Key != key)
                return null;
            var next = new SubscriptionLock
            {
                Environment = engine.Environment,
                SubscriptionId = subscriptionId,
                Holder = key,
                PartlyPaidUntil = PartlyPaid(found, holder),
                LockedAt = engine.Clock.GetUtcNow(),
                Version = found is null ? 0 : found.Version + 1,
            };
            if (await engine.Ledger.TryLockAsync(next, cancellationToken).ConfigureAwait(false))
                return LockSight.Of(found, holder);
        }
    }

    /// <summary>Returns the end of the billing period of a partly paid upgrade, or null if there is none.</summary>
    public async Task<DateTimeOffset?> PartlyPaidUntilAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        if (
            await engine
                .Ledger.FindLockAsync(engine.Environment, subscriptionId, cancellationToken)
                .ConfigureAwait(false)
            is not { } found
        )
            return null;
        return PartlyPaid(
            found,
            await engine.Ledger.FindAsync(engine.Environment, found.Holder, cancellationToken).ConfigureAwait(false)
        );
    }

    // Checks an open holder whose claimant is no longer at work, because it may have reached a final state.
    private async Task<ChargeRecord?> HolderAsync(SubscriptionLock? found, CancellationToken cancellationToken)
    {
        if (
            found is null
            || await engine.Ledger.FindAsync(engine.Environment, found.Holder, cancellationToken).ConfigureAwait(false)
                is not { } holder
        )
            return null;
        return holder.State.IsOpen() && !ChargeTimes.IsClaimantAtWork(holder, engine.Clock.GetUtcNow())
            ? await engine.Recorder.CheckAsync(holder, cancellationToken).ConfigureAwait(false)
            : holder;
    }

    private static DateTimeOffset? PartlyPaid(SubscriptionLock? found, ChargeRecord? holder)
    {
        if (
            holder is not { State: ChargeState.Succeeded, Flow: FlowNames.PlanChange }
            || PlanChangeDetails.Of(holder) is not { IsPartlyPaidUp: true } change
        )
            return found?.PartlyPaidUntil;
        return found?.PartlyPaidUntil > change.NextBillingDate ? found.PartlyPaidUntil : change.NextBillingDate;
    }
}
