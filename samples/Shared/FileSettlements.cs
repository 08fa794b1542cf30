using DodoUpsell;
using DodoUpsell.Webhooks;

namespace Samples;

/// <summary>The settlements, in the same file.</summary>
internal sealed class FileSettlements(LedgerFile file) : IChargeSettlementStore
{
    public Task<bool> AddAsync(ChargeSettlement settlement, CancellationToken cancellationToken = default) =>
        file.ChangeAsync(state => Add(state, settlement));

    public Task<IReadOnlyList<SettlementDelivery>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    ) =>
        file.ChangeAsync(state =>
        {
            var busy = state
                .Settlements.Where(kept => In(kept, environment) && kept.LeasedUntil > now)
                .Select(KeyOf)
                .ToHashSet();
            var due = state
                .Settlements.Where(kept =>
                    In(kept, environment) && (kept.State == InboxState.Waiting ? kept.DueAt : kept.LeasedUntil) <= now
                )
                .OrderBy(kept => kept.DueAt)
                .ThenBy(kept => kept.Settlement.OccurredAt)
                .Where(kept => busy.Add(KeyOf(kept)))
                .Take(maxCount)
                .ToList();
            return (IReadOnlyList<SettlementDelivery>)
                due.ConvertAll(kept =>
                    Put(
                        state,
                        kept,
                        kept with
                        {
                            State = InboxState.Leased,
                            Attempts = kept.Attempts + 1,
                            LeaseToken = Guid.NewGuid(),
                            LeasedUntil = until,
                        }
                    )
                );
        });

    public Task<bool> ExtendAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) => EndAsync(environment, id, leaseToken, held => held with { LeasedUntil = until });

    public Task<bool> CompleteAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        EndAsync(
            environment,
            id,
            leaseToken,
            held => Free(held) with { State = InboxState.Completed, FinishedAt = now }
        );

    public Task<bool> RetryAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    ) => EndAsync(environment, id, leaseToken, held => Free(held) with { DueAt = dueAt, LastError = failure });

    public Task<bool> ParkAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        string failure,
        CancellationToken cancellationToken = default
    ) =>
        EndAsync(
            environment,
            id,
            leaseToken,
            held => Free(held) with { State = InboxState.Parked, FinishedAt = now, LastError = failure }
        );

    public Task<bool> ReleaseAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        CancellationToken cancellationToken = default
    ) => EndAsync(environment, id, leaseToken, held => Free(held) with { Attempts = held.Attempts - 1 });

    public Task<bool> ReplayAsync(
        DodoEnvironment environment,
        string id,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        file.ChangeAsync(state =>
        {
            if (
                state.Settlements.Find(kept => In(kept, environment) && kept.Settlement.Id == id) is not { } found
                || found.LeasedUntil > now
            )
                return false;
            Put(state, found, Free(found) with { Attempts = 0, DueAt = now, FinishedAt = null });
            return true;
        });

    public Task<SettlementDelivery?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => file.ChangeAsync(state => state.Settlements.Find(kept => In(kept, environment) && kept.Settlement.Id == id));

    public Task<IReadOnlyList<SettlementDelivery>> ListAsync(
        DodoEnvironment environment,
        InboxState state,
        int maxCount = 100,
        SettlementDelivery? after = null,
        CancellationToken cancellationToken = default
    ) =>
        file.ChangeAsync(all =>
        {
            var sorted = all
                .Settlements.Where(kept => In(kept, environment) && kept.State == state)
                .OrderBy(kept => kept.Settlement.OccurredAt)
                .ThenBy(kept => kept.Settlement.Id, StringComparer.Ordinal);
            var rest = sorted.SkipWhile(kept => after is not null && ComesUpTo(kept.Settlement, after.Settlement));
            return (IReadOnlyList<SettlementDelivery>)rest.Take(maxCount).ToList();
        });

    public Task<IReadOnlyList<SettlementDelivery>> ListOfChargeAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    ) =>
        file.ChangeAsync(all =>
            (IReadOnlyList<SettlementDelivery>)
                all
                    .Settlements.Where(kept => In(kept, environment) && KeyOf(kept) == key)
                    .OrderBy(kept => kept.Settlement.OccurredAt)
                    .ThenBy(kept => kept.Settlement.Id, StringComparer.Ordinal)
                    .ToList()
        );

    public Task<DateTimeOffset?> FindNextDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        file.ChangeAsync(state =>
        {
            var busy = state
                .Settlements.Where(kept => In(kept, environment) && kept.LeasedUntil > now)
                .Select(KeyOf)
                .ToHashSet();
            return state
                .Settlements.Where(kept => In(kept, environment))
                .Where(kept =>
                    kept.State == InboxState.Leased || (kept.State == InboxState.Waiting && !busy.Contains(KeyOf(kept)))
                )
                .Min(kept => kept.State == InboxState.Leased ? kept.LeasedUntil : kept.DueAt);
        });

    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    ) =>
        file.ChangeAsync(state =>
            state.Settlements.RemoveAll(kept =>
                In(kept, environment)
                && kept.FinishedAt < (kept.State == InboxState.Completed ? completedBefore : parkedBefore)
            )
        );

    public static bool Add(LedgerState state, ChargeSettlement settlement)
    {
        if (
            state.Settlements.Exists(kept =>
                In(kept, settlement.Charge.Environment) && kept.Settlement.Id == settlement.Id
            )
        )
            return false;
        state.Settlements.Add(new SettlementDelivery { Settlement = settlement, DueAt = settlement.OccurredAt });
        return true;
    }

    private Task<bool> EndAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        Func<SettlementDelivery, SettlementDelivery> end
    ) =>
        file.ChangeAsync(state =>
        {
            if (
                state.Settlements.Find(kept =>
                    In(kept, environment) && kept.Settlement.Id == id && kept.LeaseToken == leaseToken
                )
                is not { } held
            )
                return false;
            Put(state, held, end(held));
            return true;
        });

    private static SettlementDelivery Put(LedgerState state, SettlementDelivery before, SettlementDelivery after) =>
        state.Settlements[state.Settlements.IndexOf(before)] = after;

    private static SettlementDelivery Free(SettlementDelivery held) =>
        held with
        {
            State = InboxState.Waiting,
            LeaseToken = null,
            LeasedUntil = null,
        };

    private static bool In(SettlementDelivery kept, DodoEnvironment environment) =>
        kept.Settlement.Charge.Environment == environment;

    private static ChargeKey KeyOf(SettlementDelivery kept) => kept.Settlement.Charge.Key;

    private static bool ComesUpTo(ChargeSettlement settlement, ChargeSettlement after) =>
        settlement.OccurredAt != after.OccurredAt
            ? settlement.OccurredAt < after.OccurredAt
            : string.CompareOrdinal(settlement.Id, after.Id) <= 0;
}
