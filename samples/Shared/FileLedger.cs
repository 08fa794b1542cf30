using System.Text.Json;
using DodoUpsell;
using DodoUpsell.Webhooks;

namespace Samples;

/// <summary>A ledger in a JSON file that one process at a time holds open: enough to try things out. Servers share a database instead.</summary>
internal sealed class FileLedger : IChargeLedger
{
    private readonly LedgerFile _file;

    public FileLedger(string path)
    {
        _file = new LedgerFile(path);
        Settlements = new FileSettlements(_file);
    }

    public IChargeSettlementStore Settlements { get; }

    public Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default) => _file.ChangeAsync(state =>
    {
        if (state.Records.Find(record => IsOf(record, claim.Environment, claim.Key)) is { } kept) return new ChargeClaim(false, kept);
        state.Records.Add(claim);
        return new ChargeClaim(true, claim);
    });

    public Task<bool> TryUpdateAsync(ChargeRecord changed, ChargeSettlement? settlement = null, CancellationToken cancellationToken = default) => _file.ChangeAsync(state =>
    {
        var place = state.Records.FindIndex(record => IsOf(record, changed.Environment, changed.Key) && record.Version == changed.Version - 1);
        if (place < 0) return false;
        state.Records[place] = changed;
        if (settlement is not null) FileSettlements.Add(state, settlement);
        return true;
    });

    public Task<ChargeRecord?> FindAsync(DodoEnvironment environment, ChargeKey key, CancellationToken cancellationToken = default) =>
        _file.ChangeAsync(state => state.Records.Find(record => IsOf(record, environment, key)));

    public Task<ChargeRecord?> FindByAttemptAsync(DodoEnvironment environment, string attemptId, CancellationToken cancellationToken = default) =>
        _file.ChangeAsync(state => state.Records.Find(record => record.Environment == environment && record.Attempts is [.., { } newest] && newest.Id == attemptId));

    public Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(DodoEnvironment environment, DateTimeOffset now, DateTimeOffset until, int maxCount, CancellationToken cancellationToken = default) => _file.ChangeAsync(state =>
    {
        var due = state.Records.Where(record => record.Environment == environment && record.NextCheckAt <= now).OrderBy(record => record.NextCheckAt).Take(maxCount).Select(record => record with { NextCheckAt = until }).ToList();
        foreach (var leased in due) state.Records[state.Records.FindIndex(record => IsOf(record, environment, leased.Key))] = leased;
        return (IReadOnlyList<ChargeRecord>)due;
    });

    public Task<IReadOnlyList<ChargeRecord>> ListAsync(DodoEnvironment environment, ChargeState state, int maxCount = 100, CancellationToken cancellationToken = default) =>
        _file.ChangeAsync(kept => (IReadOnlyList<ChargeRecord>)kept.Records.Where(record => record.Environment == environment && record.State == state).OrderBy(record => record.ClaimedAt).Take(maxCount).ToList());

    public Task<int> PruneAsync(DodoEnvironment environment, DateTimeOffset settledBefore, CancellationToken cancellationToken = default) =>
        _file.ChangeAsync(state => state.Records.RemoveAll(record => record.Environment == environment && record.State >= ChargeState.Succeeded && record.SettledAt < settledBefore));

    public Task<SubscriptionLock?> FindLockAsync(DodoEnvironment environment, string subscriptionId, CancellationToken cancellationToken = default) =>
        _file.ChangeAsync(state => state.Locks.Find(held => held.Environment == environment && held.SubscriptionId == subscriptionId));

    public Task<bool> TryLockAsync(SubscriptionLock changed, CancellationToken cancellationToken = default) => _file.ChangeAsync(state =>
    {
        var kept = state.Locks.Find(held => held.Environment == changed.Environment && held.SubscriptionId == changed.SubscriptionId);
        if (changed.Version != (kept is null ? 0 : kept.Version + 1)) return false;
        if (kept is not null) state.Locks.Remove(kept);
        state.Locks.Add(changed);
        return true;
    });

    private static bool IsOf(ChargeRecord record, DodoEnvironment environment, ChargeKey key) => record.Environment == environment && record.Key == key;
}

/// <summary>The settlements in the same file.</summary>
internal sealed class FileSettlements(LedgerFile file) : IChargeSettlementStore
{
    public Task<bool> AddAsync(ChargeSettlement settlement, CancellationToken cancellationToken = default) => file.ChangeAsync(state => Add(state, settlement));

    public Task<IReadOnlyList<SettlementDelivery>> LeaseDueAsync(DodoEnvironment environment, DateTimeOffset now, DateTimeOffset until, int maxCount, CancellationToken cancellationToken = default) => file.ChangeAsync(state =>
    {
        var busy = state.Settlements.Where(kept => In(kept, environment) && kept.LeasedUntil > now).Select(KeyOf).ToHashSet();
        var due = state.Settlements.Where(kept => In(kept, environment) && (kept.State == InboxState.Waiting ? kept.DueAt : kept.LeasedUntil) <= now)
            .OrderBy(kept => kept.DueAt).ThenBy(kept => kept.Settlement.OccurredAt).Where(kept => busy.Add(KeyOf(kept))).Take(maxCount).ToList();
        return (IReadOnlyList<SettlementDelivery>)due.ConvertAll(kept =>
            Put(state, kept, kept with { State = InboxState.Leased, Attempts = kept.Attempts + 1, LeaseToken = Guid.NewGuid(), LeasedUntil = until }));
    });

    public Task<bool> ExtendAsync(DodoEnvironment environment, string id, Guid leaseToken, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        EndAsync(environment, id, leaseToken, held => held with { LeasedUntil = until });

    public Task<bool> CompleteAsync(DodoEnvironment environment, string id, Guid leaseToken, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        EndAsync(environment, id, leaseToken, held => Free(held) with { State = InboxState.Completed, FinishedAt = now });

    public Task<bool> RetryAsync(DodoEnvironment environment, string id, Guid leaseToken, DateTimeOffset dueAt, string failure, CancellationToken cancellationToken = default) =>
        EndAsync(environment, id, leaseToken, held => Free(held) with { DueAt = dueAt, LastError = failure });

    public Task<bool> ParkAsync(DodoEnvironment environment, string id, Guid leaseToken, DateTimeOffset now, string failure, CancellationToken cancellationToken = default) =>
        EndAsync(environment, id, leaseToken, held => Free(held) with { State = InboxState.Parked, FinishedAt = now, LastError = failure });

    public Task<bool> ReleaseAsync(DodoEnvironment environment, string id, Guid leaseToken, CancellationToken cancellationToken = default) =>
        EndAsync(environment, id, leaseToken, held => Free(held) with { Attempts = held.Attempts - 1 });

    public Task<bool> ReplayAsync(DodoEnvironment environment, string id, DateTimeOffset now, CancellationToken cancellationToken = default) => file.ChangeAsync(state =>
    {
        if (state.Settlements.Find(kept => In(kept, environment) && kept.Settlement.Id == id) is not { } found || found.LeasedUntil > now) return false;
        Put(state, found, Free(found) with { Attempts = 0, DueAt = now, FinishedAt = null });
        return true;
    });

    public Task<SettlementDelivery?> FindAsync(DodoEnvironment environment, string id, CancellationToken cancellationToken = default) =>
        file.ChangeAsync(state => state.Settlements.Find(kept => In(kept, environment) && kept.Settlement.Id == id));

    public Task<IReadOnlyList<SettlementDelivery>> ListAsync(DodoEnvironment environment, InboxState state, int maxCount = 100, SettlementDelivery? after = null, CancellationToken cancellationToken = default) => file.ChangeAsync(all =>
    {
        var sorted = all.Settlements.Where(kept => In(kept, environment) && kept.State == state).OrderBy(kept => kept.Settlement.OccurredAt).ThenBy(kept => kept.Settlement.Id, StringComparer.Ordinal);
        var rest = sorted.SkipWhile(kept => after is not null && ComesUpTo(kept.Settlement, after.Settlement));
        return (IReadOnlyList<SettlementDelivery>)rest.Take(maxCount).ToList();
    });

    public Task<DateTimeOffset?> FindNextDueAsync(DodoEnvironment environment, DateTimeOffset now, CancellationToken cancellationToken = default) => file.ChangeAsync(state =>
    {
        var busy = state.Settlements.Where(kept => In(kept, environment) && kept.LeasedUntil > now).Select(KeyOf).ToHashSet();
        return state.Settlements.Where(kept => In(kept, environment))
            .Where(kept => kept.State == InboxState.Leased || (kept.State == InboxState.Waiting && !busy.Contains(KeyOf(kept))))
            .Min(kept => kept.State == InboxState.Leased ? kept.LeasedUntil : kept.DueAt);
    });

    public Task<int> PruneAsync(DodoEnvironment environment, DateTimeOffset completedBefore, DateTimeOffset parkedBefore, CancellationToken cancellationToken = default) => file.ChangeAsync(state =>
        state.Settlements.RemoveAll(kept => In(kept, environment) && kept.FinishedAt < (kept.State == InboxState.Completed ? completedBefore : parkedBefore)));

    public static bool Add(LedgerState state, ChargeSettlement settlement)
    {
        if (state.Settlements.Exists(kept => In(kept, settlement.Charge.Environment) && kept.Settlement.Id == settlement.Id)) return false;
        state.Settlements.Add(new SettlementDelivery { Settlement = settlement, DueAt = settlement.OccurredAt });
        return true;
    }

    private Task<bool> EndAsync(DodoEnvironment environment, string id, Guid leaseToken, Func<SettlementDelivery, SettlementDelivery> end) => file.ChangeAsync(state =>
    {
        if (state.Settlements.Find(kept => In(kept, environment) && kept.Settlement.Id == id && kept.LeaseToken == leaseToken) is not { } held) return false;
        Put(state, held, end(held));
        return true;
    });

    private static SettlementDelivery Put(LedgerState state, SettlementDelivery before, SettlementDelivery after) => state.Settlements[state.Settlements.IndexOf(before)] = after;

    private static SettlementDelivery Free(SettlementDelivery held) => held with { State = InboxState.Waiting, LeaseToken = null, LeasedUntil = null };

    private static bool In(SettlementDelivery kept, DodoEnvironment environment) => kept.Settlement.Charge.Environment == environment;

    private static ChargeKey KeyOf(SettlementDelivery kept) => kept.Settlement.Charge.Key;

    private static bool ComesUpTo(ChargeSettlement settlement, ChargeSettlement after) =>
        settlement.OccurredAt != after.OccurredAt ? settlement.OccurredAt < after.OccurredAt : string.CompareOrdinal(settlement.Id, after.Id) <= 0;
}

/// <summary>What is in the file.</summary>
internal sealed record LedgerState(List<ChargeRecord> Records, List<SubscriptionLock> Locks, List<SettlementDelivery> Settlements);

/// <summary>The file, which one process at a time reads and writes.</summary>
internal sealed class LedgerFile(string path)
{
    private readonly object _gate = new();

    // One process at a time, from reading to writing. The new state takes the place of the old one in one step, on the disk before
    // anybody goes on to charge: a crash in between leaves the old one whole.
    public Task<T> ChangeAsync<T>(Func<LedgerState, T> change)
    {
        lock (_gate)
        {
            using var turn = new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var state = (File.Exists(path) ? JsonSerializer.Deserialize<LedgerState>(File.ReadAllBytes(path)) : null) ?? new LedgerState([], [], []);
            var result = change(state);
            using (var file = File.Create($"{path}.new"))
            {
                JsonSerializer.Serialize(file, state);
                file.Flush(flushToDisk: true);
            }

            File.Move($"{path}.new", path, overwrite: true);
            return Task.FromResult(result);
        }
    }
}
