using DodoUpsell;

namespace Samples;

/// <summary>
/// A ledger in a JSON file that one process at a time holds open. It is meant for trying things out; servers share a
/// database instead.
/// </summary>
internal sealed class FileLedger : IChargeLedger, IDisposable
{
    private readonly LedgerFile _file;

    /// <exception cref="LedgerFileException">The file is not a ledger, or it cannot be read or written.</exception>
    public FileLedger(string path)
    {
        _file = new LedgerFile(path);
        Settlements = new FileSettlements(_file);
    }

    public IChargeSettlementStore Settlements { get; }

    public void Dispose() => _file.Dispose();

    public Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default) =>
        _file.ChangeAsync(state =>
        {
            if (state.Records.Find(record => IsOf(record, claim.Environment, claim.Key)) is { } kept)
                return new ChargeClaim(false, kept);
            state.Records.Add(claim);
            return new ChargeClaim(true, claim);
        });

    public Task<bool> TryUpdateAsync(
        ChargeRecord changed,
        ChargeSettlement? settlement = null,
        CancellationToken cancellationToken = default
    ) =>
        _file.ChangeAsync(state =>
        {
            var place = state.Records.FindIndex(record =>
                IsOf(record, changed.Environment, changed.Key) && record.Version == changed.Version - 1
            );
            if (place < 0)
                return false;
            state.Records[place] = changed;
            if (settlement is not null)
                FileSettlements.Add(state, settlement);
            return true;
        });

    public Task<ChargeRecord?> FindAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    ) => _file.ChangeAsync(state => state.Records.Find(record => IsOf(record, environment, key)));

    public Task<ChargeRecord?> FindByAttemptAsync(
        DodoEnvironment environment,
        string attemptId,
        CancellationToken cancellationToken = default
    ) =>
        _file.ChangeAsync(state =>
            state.Records.Find(record =>
                record.Environment == environment && record.Attempts is [.., { } newest] && newest.Id == attemptId
            )
        );

    public Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    ) =>
        _file.ChangeAsync(state =>
        {
            var due = state
                .Records.Where(record => record.Environment == environment && record.NextCheckAt <= now)
                .OrderBy(record => record.NextCheckAt)
                .Take(maxCount)
                .Select(record => record with { NextCheckAt = until })
                .ToList();
            foreach (var leased in due)
                state.Records[state.Records.FindIndex(record => IsOf(record, environment, leased.Key))] = leased;
            return (IReadOnlyList<ChargeRecord>)due;
        });

    public Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeState state,
        int maxCount = 100,
        CancellationToken cancellationToken = default
    ) =>
        _file.ChangeAsync(kept =>
            (IReadOnlyList<ChargeRecord>)
                kept
                    .Records.Where(record => record.Environment == environment && record.State == state)
                    .OrderBy(record => record.ClaimedAt)
                    .Take(maxCount)
                    .ToList()
        );

    public Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeQuery query,
        CancellationToken cancellationToken = default
    ) =>
        _file.ChangeAsync(kept =>
        {
            var found = kept
                .Records.Where(record => record.Environment == environment && record.State == query.State)
                .Where(record => query.ClaimedBefore is not { } before || record.ClaimedAt < before)
                .OrderBy(record => record.ClaimedAt)
                .ThenBy(record => record.Key.Value, StringComparer.Ordinal)
                .ToList();
            if (query.NewestFirst)
                found.Reverse();
            var rest = found.SkipWhile(record =>
                query.After is { } after && !Follows(record, after, query.NewestFirst)
            );
            return (IReadOnlyList<ChargeRecord>)rest.Take(query.MaxCount).ToList();
        });

    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset settledBefore,
        CancellationToken cancellationToken = default
    ) =>
        _file.ChangeAsync(state =>
            state.Records.RemoveAll(record =>
                record.Environment == environment
                && record.State >= ChargeState.Succeeded
                && record.SettledAt < settledBefore
            )
        );

    public Task<SubscriptionLock?> FindLockAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken = default
    ) =>
        _file.ChangeAsync(state =>
            state.Locks.Find(held => held.Environment == environment && held.SubscriptionId == subscriptionId)
        );

    public Task<bool> TryLockAsync(SubscriptionLock changed, CancellationToken cancellationToken = default) =>
        _file.ChangeAsync(state =>
        {
            var kept = state.Locks.Find(held =>
                held.Environment == changed.Environment && held.SubscriptionId == changed.SubscriptionId
            );
            if (changed.Version != (kept is null ? 0 : kept.Version + 1))
                return false;
            if (kept is not null)
                state.Locks.Remove(kept);
            state.Locks.Add(changed);
            return true;
        });

    private static bool IsOf(ChargeRecord record, DodoEnvironment environment, ChargeKey key) =>
        record.Environment == environment && record.Key == key;

    private static bool Follows(ChargeRecord record, ChargeRecord after, bool newestFirst)
    {
        var order = record.ClaimedAt.CompareTo(after.ClaimedAt);
        if (order == 0)
            order = string.CompareOrdinal(record.Key.Value, after.Key.Value);
        return newestFirst ? order < 0 : order > 0;
    }
}
