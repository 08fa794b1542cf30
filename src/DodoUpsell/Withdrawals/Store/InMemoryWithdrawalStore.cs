namespace DodoUpsell;

/// <summary>
/// Stores withdrawals in memory, for tests and samples. They are lost when the process ends: use a durable store in
/// production.
/// </summary>
public sealed class InMemoryWithdrawalStore : IWithdrawalStore
{
    private readonly object _gate = new();
    private readonly Dictionary<(DodoEnvironment, string Id), WithdrawalRecord> _all = [];
    private readonly Dictionary<(DodoEnvironment, string Slot), string> _slots = [];

    /// <inheritdoc/>
    public Task<bool> AddAsync(WithdrawalRecord withdrawal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        return Locked(
            () => IsSlotFree(withdrawal) && !_all.ContainsKey(KeyOf(withdrawal)) && Put(withdrawal),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> TryUpdateAsync(WithdrawalRecord changed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return Locked(
            () =>
                _all.TryGetValue(KeyOf(changed), out var stored)
                && stored.Version == changed.Version - 1
                && IsSlotFree(changed)
                && Put(changed),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<WithdrawalRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => Locked(() => _all.GetValueOrDefault((environment, id)), cancellationToken);

    /// <inheritdoc/>
    public Task<WithdrawalRecord?> FindByContractAsync(
        DodoEnvironment environment,
        string contractId,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () => _slots.TryGetValue((environment, contractId), out var id) ? _all[(environment, id)] : null,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<WithdrawalRecord>> ListAsync(
        DodoEnvironment environment,
        string customerId,
        CancellationToken cancellationToken = default
    ) =>
        Locked<IReadOnlyList<WithdrawalRecord>>(
            () =>
                [
                    .. Of(environment)
                        .Where(one => string.Equals(one.CustomerId, customerId, StringComparison.Ordinal))
                        .OrderByDescending(one => one.StatedAt)
                        .ThenByDescending(one => one.Id, StringComparer.Ordinal),
                ],
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<WithdrawalRecord>> ListAsync(
        DodoEnvironment environment,
        WithdrawalState state,
        int maxCount,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return Locked<IReadOnlyList<WithdrawalRecord>>(
            () =>
                [
                    .. Of(environment)
                        .Where(one => one.State == state)
                        .OrderBy(one => one.StatedAt)
                        .ThenBy(one => one.Id, StringComparer.Ordinal)
                        .Take(maxCount),
                ],
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WithdrawalRecord>> ListDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        int maxCount,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return Locked<IReadOnlyList<WithdrawalRecord>>(
            () =>
                [
                    .. Of(environment)
                        .Where(one => one.DueAt <= now)
                        .OrderBy(one => one.DueAt)
                        .ThenBy(one => one.Id, StringComparer.Ordinal)
                        .Take(maxCount),
                ],
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<int> EraseAsync(
        DodoEnvironment environment,
        string customerId,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () =>
            {
                var mine = Of(environment)
                    .Where(one =>
                        string.Equals(one.CustomerId, customerId, StringComparison.Ordinal)
                        && one is { DueAt: null, ErasedAt: null }
                    )
                    .ToList();
                foreach (var one in mine)
                {
                    if (one.State == WithdrawalState.Stated)
                        Remove(one);
                    else
                        Put(
                            one with
                            {
                                Statement = null,
                                Acknowledgement = null,
                                ErasedAt = now,
                                Version = one.Version + 1,
                            }
                        );
                }

                return mine.Count;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset statedBefore,
        DateTimeOffset endedBefore,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () =>
            {
                var old = Of(environment)
                    .Where(one =>
                        (one.State == WithdrawalState.Stated && one.StatedAt < statedBefore)
                        || (one is { State: WithdrawalState.Completed, DueAt: null } && one.EndedAt < endedBefore)
                    )
                    .ToList();
                old.ForEach(Remove);
                return old.Count;
            },
            cancellationToken
        );

    private static (DodoEnvironment, string) KeyOf(WithdrawalRecord one) => (one.Environment, one.Id);

    private IEnumerable<WithdrawalRecord> Of(DodoEnvironment environment) =>
        _all.Values.Where(one => one.Environment == environment);

    private bool IsSlotFree(WithdrawalRecord one) =>
        one.Slot is null
        || !_slots.TryGetValue((one.Environment, one.Slot), out var holder)
        || string.Equals(holder, one.Id, StringComparison.Ordinal);

    private bool Put(WithdrawalRecord one)
    {
        if (_all.TryGetValue(KeyOf(one), out var before) && before.Slot is { } left)
            _slots.Remove((before.Environment, left));
        _all[KeyOf(one)] = one;
        if (one.Slot is { } slot)
            _slots[(one.Environment, slot)] = one.Id;
        return true;
    }

    private void Remove(WithdrawalRecord one)
    {
        _all.Remove(KeyOf(one));
        if (one.Slot is { } slot)
            _slots.Remove((one.Environment, slot));
    }

    private Task<T> Locked<T>(Func<T> action, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        lock (_gate)
            return Task.FromResult(action());
    }
}
