using DodoUpsell.Webhooks;

namespace DodoUpsell.Charging.Settlements;

/// <summary>The settlements of an in-memory ledger.</summary>
/// <param name="gate">The ledger's lock, so that a change of a record and its settlement are one step.</param>
internal sealed class InMemorySettlementStore(object gate) : IChargeSettlementStore
{
    private static readonly Comparer<SettlementDelivery> ByTime = Comparer<SettlementDelivery>.Create(CompareTime);
    private static readonly Comparer<SettlementDelivery> ByDueTime = Comparer<SettlementDelivery>.Create(
        (left, right) => left.DueAt != right.DueAt ? left.DueAt.CompareTo(right.DueAt) : CompareTime(left, right)
    );

    private readonly Dictionary<(DodoEnvironment, string), SettlementDelivery> _all = [];

    // Most stored settlements were delivered long ago; only the open ones are searched.
    private readonly Dictionary<(DodoEnvironment, string), SettlementDelivery> _open = [];

    public Task<bool> AddAsync(ChargeSettlement settlement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return Locked(() => Add(settlement), cancellationToken);
    }

    public Task<IReadOnlyList<SettlementDelivery>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return Locked<IReadOnlyList<SettlementDelivery>>(
            () => Lease(environment, now, until, maxCount),
            cancellationToken
        );
    }

    public Task<bool> ExtendAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) => ChangeAsync(environment, id, leaseToken, held => held with { LeasedUntil = until }, cancellationToken);

    public Task<bool> CompleteAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            environment,
            id,
            leaseToken,
            held => Unleased(held) with { State = InboxState.Completed, FinishedAt = now },
            cancellationToken
        );

    public Task<bool> RetryAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            environment,
            id,
            leaseToken,
            held => Unleased(held) with { DueAt = dueAt, LastError = failure },
            cancellationToken
        );

    public Task<bool> ParkAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        string failure,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            environment,
            id,
            leaseToken,
            held => Unleased(held) with { State = InboxState.Parked, FinishedAt = now, LastError = failure },
            cancellationToken
        );

    public Task<bool> ReleaseAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            environment,
            id,
            leaseToken,
            held => Unleased(held) with { Attempts = held.Attempts - 1 },
            cancellationToken
        );

    public Task<bool> ReplayAsync(
        DodoEnvironment environment,
        string id,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () =>
            {
                if (!_all.TryGetValue((environment, id), out var found) || found.LeasedUntil > now)
                    return false;
                Put(Unleased(found) with { Attempts = 0, DueAt = now, FinishedAt = null });
                return true;
            },
            cancellationToken
        );

    public Task<SettlementDelivery?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => Locked(() => _all.GetValueOrDefault((environment, id)), cancellationToken);

    public Task<IReadOnlyList<SettlementDelivery>> ListAsync(
        DodoEnvironment environment,
        InboxState state,
        int maxCount = 100,
        SettlementDelivery? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return Locked<IReadOnlyList<SettlementDelivery>>(
            () =>
                [
                    .. Of(_all, environment)
                        .Where(delivery =>
                            delivery.State == state && (after is null || CompareTime(delivery, after) > 0)
                        )
                        .Order(ByTime)
                        .Take(maxCount),
                ],
            cancellationToken
        );
    }

    public Task<IReadOnlyList<SettlementDelivery>> ListOfChargeAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    ) =>
        Locked<IReadOnlyList<SettlementDelivery>>(
            () => [.. Of(_all, environment).Where(delivery => KeyOf(delivery) == key).Order(ByTime)],
            cancellationToken
        );

    public Task<DateTimeOffset?> FindNextDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () =>
            {
                var busy = BusyKeys(environment, now);
                return Of(_open, environment)
                    .Where(delivery => delivery.State == InboxState.Leased || !busy.Contains(KeyOf(delivery)))
                    .Min(delivery => delivery.State == InboxState.Leased ? delivery.LeasedUntil : delivery.DueAt);
            },
            cancellationToken
        );

    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () =>
            {
                var old = Of(_all, environment)
                    .Where(delivery =>
                        (delivery.State == InboxState.Completed && delivery.FinishedAt < completedBefore)
                        || (delivery.State == InboxState.Parked && delivery.FinishedAt < parkedBefore)
                    )
                    .ToList();
                foreach (var delivery in old)
                    _all.Remove(PlaceOf(delivery));
                return old.Count;
            },
            cancellationToken
        );

    /// <summary>Adds a settlement unless its id already exists.</summary>
    public bool Add(ChargeSettlement settlement)
    {
        lock (gate)
        {
            if (_all.ContainsKey((settlement.Charge.Environment, settlement.Id)))
                return false;
            Put(new SettlementDelivery { Settlement = settlement, DueAt = settlement.OccurredAt });
            return true;
        }
    }

    private List<SettlementDelivery> Lease(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount
    )
    {
        // Settlements of a worker that disappeared become available again.
        foreach (var lost in Of(_open, environment).Where(delivery => delivery.LeasedUntil <= now).ToList())
            Put(Unleased(lost));

        var busy = BusyKeys(environment, now);
        var chosen = Of(_open, environment)
            .Where(delivery => delivery.State == InboxState.Waiting && delivery.DueAt <= now)
            .Order(ByDueTime)
            .Where(delivery => busy.Add(KeyOf(delivery)))
            .Take(maxCount)
            .Select(delivery =>
                delivery with
                {
                    State = InboxState.Leased,
                    Attempts = delivery.Attempts + 1,
                    LeaseToken = Guid.NewGuid(),
                    LeasedUntil = until,
                }
            )
            .ToList();
        foreach (var delivery in chosen)
            Put(delivery);
        return chosen;
    }

    private HashSet<ChargeKey> BusyKeys(DodoEnvironment environment, DateTimeOffset now) =>
        Of(_open, environment).Where(delivery => delivery.LeasedUntil > now).Select(KeyOf).ToHashSet();

    private Task<bool> ChangeAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        Func<SettlementDelivery, SettlementDelivery> change,
        CancellationToken cancellationToken
    ) =>
        Locked(
            () =>
            {
                if (!_open.TryGetValue((environment, id), out var held) || held.LeaseToken != leaseToken)
                    return false;
                Put(change(held));
                return true;
            },
            cancellationToken
        );

    private void Put(SettlementDelivery delivery)
    {
        var place = PlaceOf(delivery);
        _all[place] = delivery;
        if (delivery.State is InboxState.Waiting or InboxState.Leased)
            _open[place] = delivery;
        else
            _open.Remove(place);
    }

    private static IEnumerable<SettlementDelivery> Of(
        Dictionary<(DodoEnvironment, string), SettlementDelivery> deliveries,
        DodoEnvironment environment
    ) => deliveries.Values.Where(delivery => delivery.Settlement.Charge.Environment == environment);

    private static (DodoEnvironment, string) PlaceOf(SettlementDelivery delivery) =>
        (delivery.Settlement.Charge.Environment, delivery.Settlement.Id);

    private static ChargeKey KeyOf(SettlementDelivery delivery) => delivery.Settlement.Charge.Key;

    private static SettlementDelivery Unleased(SettlementDelivery delivery) =>
        delivery with
        {
            State = InboxState.Waiting,
            LeaseToken = null,
            LeasedUntil = null,
        };

    private static int CompareTime(SettlementDelivery left, SettlementDelivery right) =>
        left.Settlement.OccurredAt != right.Settlement.OccurredAt
            ? left.Settlement.OccurredAt.CompareTo(right.Settlement.OccurredAt)
            : string.CompareOrdinal(left.Settlement.Id, right.Settlement.Id);

    private Task<T> Locked<T>(Func<T> action, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        lock (gate)
            return Task.FromResult(action());
    }
}
