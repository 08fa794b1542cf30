namespace DodoUpsell.Chaos;

/// <summary>The ledger of a process that may die or be suspended before and after each call.</summary>
internal sealed class MortalLedger(IChargeLedger inner, Life life, Action<string> trace, Action<ChargeRecord> settled)
    : IChargeLedger
{
    public IChargeSettlementStore Settlements => new MortalSettlementStore(inner.Settlements, life);

    public Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default) =>
        Live(
            () => inner.ClaimAsync(claim, cancellationToken),
            answer => $"claim {claim.Key}: {(answer.Granted ? "granted" : $"taken, {answer.Record}")}"
        );

    public Task<bool> TryUpdateAsync(
        ChargeRecord changed,
        ChargeSettlement? settlement = null,
        CancellationToken cancellationToken = default
    ) =>
        Live(
            () => UpdateAsync(changed, settlement, cancellationToken),
            done =>
                $"{(done ? "write" : "lost ")} {changed.Key} "
                + $"{changed}{(settlement is null ? "" : $", to tell: {settlement.Kind}")}"
        );

    public Task<ChargeRecord?> FindAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindAsync(environment, key, cancellationToken));

    public Task<ChargeRecord?> FindByAttemptAsync(
        DodoEnvironment environment,
        string attemptId,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindByAttemptAsync(environment, attemptId, cancellationToken));

    public Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    ) =>
        Live(
            () => inner.LeaseDueAsync(environment, now, until, maxCount, cancellationToken),
            leased => leased.Count == 0 ? null : $"lease {string.Join(" ", leased.Select(record => record.Key))}"
        );

    public Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeState state,
        int maxCount = 100,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ListAsync(environment, state, maxCount, cancellationToken));

    public Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeQuery query,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ListAsync(environment, query, cancellationToken));

    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset settledBefore,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.PruneAsync(environment, settledBefore, cancellationToken));

    public Task<SubscriptionLock?> FindLockAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindLockAsync(environment, subscriptionId, cancellationToken));

    public Task<bool> TryLockAsync(SubscriptionLock changed, CancellationToken cancellationToken = default) =>
        Live(
            () => inner.TryLockAsync(changed, cancellationToken),
            done =>
                $"{(done ? "lock" : "lost lock")} {changed.SubscriptionId} by {changed.Holder}, version "
                + $"{changed.Version}"
        );

    private async Task<bool> UpdateAsync(
        ChargeRecord changed,
        ChargeSettlement? settlement,
        CancellationToken cancellationToken
    )
    {
        var done = await inner.TryUpdateAsync(changed, settlement, cancellationToken).ConfigureAwait(false);
        if (done && settlement is not null)
            settled(changed);
        return done;
    }

    private async Task<T> Live<T>(Func<Task<T>> call, Func<T, string?>? describe = null)
    {
        await life.StepAsync(mayStandStill: true).ConfigureAwait(false);
        var result = await call().ConfigureAwait(false);
        if (describe?.Invoke(result) is { } line)
            trace(line);
        await life.StepAsync(mayStandStill: true).ConfigureAwait(false);
        return result;
    }
}
