using DodoUpsell.Charging.Settlements;

namespace DodoUpsell;

/// <summary>
/// A ledger in the memory of one process, for tests, tools and trial use. Its content is lost when the process ends.
/// Use a durable ledger in production.
/// </summary>
public sealed class InMemoryChargeLedger : IChargeLedger
{
    private readonly object _gate = new();
    private readonly Dictionary<(DodoEnvironment, ChargeKey), ChargeRecord> _records = [];
    private readonly Dictionary<(DodoEnvironment, string), SubscriptionLock> _locks = [];

    private readonly InMemorySettlementStore _settlements;

    /// <summary>Creates an empty ledger.</summary>
    public InMemoryChargeLedger() => _settlements = new InMemorySettlementStore(_gate);

    /// <inheritdoc/>
    public IChargeSettlementStore Settlements => _settlements;

    /// <inheritdoc/>
    public Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_records.TryGetValue((claim.Environment, claim.Key), out var kept))
                return Task.FromResult(new ChargeClaim(false, kept));
            _records.Add((claim.Environment, claim.Key), claim);
            return Task.FromResult(new ChargeClaim(true, claim));
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryUpdateAsync(
        ChargeRecord changed,
        ChargeSettlement? settlement = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(changed);
        settlement?.RequireChargeOf(changed);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (
                !_records.TryGetValue((changed.Environment, changed.Key), out var kept)
                || kept.Version != changed.Version - 1
            )
                return Task.FromResult(false);
            _records[(changed.Environment, changed.Key)] = changed;
            if (settlement is not null)
                _settlements.Add(settlement);
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<ChargeRecord?> FindAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult(_records.GetValueOrDefault((environment, key)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var due = _records
                .Values.Where(record => record.Environment == environment && record.NextCheckAt <= now)
                .OrderBy(record => record.NextCheckAt)
                .Take(maxCount)
                .Select(record => record with { NextCheckAt = until })
                .ToList();
            foreach (var taken in due)
                _records[(taken.Environment, taken.Key)] = taken;
            return Task.FromResult<IReadOnlyList<ChargeRecord>>(due);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeState state,
        int maxCount = 100,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult<IReadOnlyList<ChargeRecord>>(
                _records
                    .Values.Where(record => record.Environment == environment && record.State == state)
                    .OrderBy(record => record.ClaimedAt)
                    .Take(maxCount)
                    .ToList()
            );
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.MaxCount);
        cancellationToken.ThrowIfCancellationRequested();
        var order = query.NewestFirst ? -1 : 1;
        lock (_gate)
            return Task.FromResult<IReadOnlyList<ChargeRecord>>([
                .. _records
                    .Values.Where(record => record.Environment == environment && record.State == query.State)
                    .Where(record => query.ClaimedBefore is not { } before || record.ClaimedAt < before)
                    .Where(record => query.After is null || order * CompareAge(record, query.After) > 0)
                    .Order(Comparer<ChargeRecord>.Create((left, right) => order * CompareAge(left, right)))
                    .Take(query.MaxCount),
            ]);
    }

    /// <inheritdoc/>
    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset settledBefore,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var old = _records
                .Values.Where(record =>
                    record.Environment == environment && !record.State.IsOpen() && record.SettledAt < settledBefore
                )
                .Select(record => (record.Environment, record.Key))
                .ToList();
            foreach (var key in old)
                _records.Remove(key);
            return Task.FromResult(old.Count);
        }
    }

    /// <inheritdoc/>
    public Task<ChargeRecord?> FindByAttemptAsync(
        DodoEnvironment environment,
        string attemptId,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult(
                _records.Values.FirstOrDefault(record =>
                    record.Environment == environment
                    && record.Attempts is [.., { } newest]
                    && string.Equals(newest.Id, attemptId, StringComparison.Ordinal)
                )
            );
    }

    /// <inheritdoc/>
    public Task<SubscriptionLock?> FindLockAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult(_locks.GetValueOrDefault((environment, subscriptionId)));
    }

    /// <inheritdoc/>
    public Task<bool> TryLockAsync(SubscriptionLock changed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var at = (changed.Environment, changed.SubscriptionId);
            var isNext = _locks.TryGetValue(at, out var kept)
                ? kept.Version == changed.Version - 1
                : changed.Version == 0;
            if (isNext)
                _locks[at] = changed;
            return Task.FromResult(isNext);
        }
    }

    private static int CompareAge(ChargeRecord left, ChargeRecord right) =>
        left.ClaimedAt != right.ClaimedAt
            ? left.ClaimedAt.CompareTo(right.ClaimedAt)
            : string.CompareOrdinal(left.Key.Value, right.Key.Value);
}
