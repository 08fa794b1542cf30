namespace DodoUpsell.Webhooks;

/// <summary>
/// Stores deliveries in memory; they are lost when the process ends. Use it for tests and experiments, and where losing
/// deliveries is acceptable. Thread-safe.
/// </summary>
public sealed class InMemoryWebhookInboxStore : IWebhookInboxStore
{
    private static readonly Comparer<InboxDelivery> Freshness = Comparer<InboxDelivery>.Create(
        (left, right) => left.CompareFreshness(right)
    );

    private readonly object _gate = new();
    private readonly Dictionary<string, InboxDelivery> _all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InboxDelivery> _leased = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InboxDelivery> _newest = new(StringComparer.Ordinal);
    private readonly SortedSet<InboxDelivery> _waiting = new(InboxOrder.ByDueTime);

    /// <summary>Creates an empty store.</summary>
    /// <param name="account">The brand, or an empty string if there are no brands.</param>
    public InMemoryWebhookInboxStore(string account = "")
    {
        ArgumentNullException.ThrowIfNull(account);
        Account = account;
    }

    /// <inheritdoc/>
    public string Account { get; }

    /// <inheritdoc/>
    public Task<bool> AddAsync(InboxDelivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (!string.Equals(delivery.Account, Account, StringComparison.Ordinal))
            throw new ArgumentException("The delivery and the store belong to different accounts.", nameof(delivery));
        return Locked(() => Add(delivery), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<InboxDelivery>> LeaseDueAsync(
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return Locked<IReadOnlyList<InboxDelivery>>(() => Lease(maxCount, now, until), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> ExtendAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) => ChangeAsync(id, leaseToken, held => held with { LeasedUntil = until }, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            id,
            leaseToken,
            held => Unleased(held) with { State = InboxState.Completed, FinishedAt = now },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> RetryAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            id,
            leaseToken,
            held => Unleased(held) with { DueAt = dueAt, LastError = failure },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> ParkAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        string failure,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            id,
            leaseToken,
            held => Unleased(held) with { State = InboxState.Parked, FinishedAt = now, LastError = failure },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> ReleaseAsync(string id, Guid leaseToken, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, leaseToken, held => Unleased(held) with { Attempts = held.Attempts - 1 }, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReplayAsync(string id, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Locked(
            () =>
            {
                if (!_all.TryGetValue(id, out var found) || found.LeasedUntil > now)
                    return false;
                Put(Unleased(found) with { Attempts = 0, DueAt = now, FinishedAt = null });
                return true;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        Locked(() => _all.GetValueOrDefault(id), cancellationToken);

    /// <inheritdoc/>
    public Task<InboxDelivery?> FindNewestAsync(string subject, CancellationToken cancellationToken = default) =>
        Locked(() => _newest.GetValueOrDefault(subject), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<InboxDelivery>> ListAsync(
        InboxState state,
        int maxCount,
        InboxDelivery? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return Locked<IReadOnlyList<InboxDelivery>>(
            () =>
                [
                    .. _all
                        .Values.Where(delivery =>
                            delivery.State == state
                            && (after is null || InboxOrder.ByArrival.Compare(delivery, after) > 0)
                        )
                        .Order(InboxOrder.ByArrival)
                        .Take(maxCount),
                ],
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<InboxDelivery>> ListOfSubjectAsync(
        string subject,
        int maxCount,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return Locked<IReadOnlyList<InboxDelivery>>(
            () =>
                [
                    .. _all
                        .Values.Where(delivery =>
                            subject.Length > 0 && string.Equals(delivery.Subject, subject, StringComparison.Ordinal)
                        )
                        .OrderDescending(Freshness)
                        .Take(maxCount),
                ],
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Locked(
            () =>
            {
                var busy = BusySubjects(now);
                var due = _waiting.FirstOrDefault(delivery => !busy.Contains(delivery.Subject))?.DueAt;
                var free = _leased.Values.Min(delivery => delivery.LeasedUntil);
                return due < free || free is null ? due : free;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<int> PruneAsync(
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () =>
            {
                var old = _all.Values.Where(delivery => IsOld(delivery, completedBefore, parkedBefore)).ToList();
                var stay = _all
                    .Values.Except(old)
                    .Select(delivery => delivery.Subject)
                    .ToHashSet(StringComparer.Ordinal);
                var prunable = old.Where(delivery =>
                        !(
                            stay.Contains(delivery.Subject)
                            && ReferenceEquals(_newest.GetValueOrDefault(delivery.Subject), delivery)
                        )
                    )
                    .ToList();
                foreach (var delivery in prunable)
                    Remove(delivery);
                return prunable.Count;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<int> EraseAsync(string customerId, CancellationToken cancellationToken = default)
    {
        var text = InboxDelivery.TextOf(customerId);
        return Locked(
            () =>
            {
                var busy = _waiting
                    .Concat(_leased.Values)
                    .Select(delivery => delivery.Subject)
                    .Where(subject => subject.Length > 0)
                    .ToHashSet(StringComparer.Ordinal);
                var found = _all
                    .Values.Where(delivery =>
                        delivery.State is InboxState.Completed or InboxState.Parked
                        && !busy.Contains(delivery.Subject)
                        && delivery.Body.Span.IndexOf(text) >= 0
                    )
                    .ToList();
                foreach (var delivery in found)
                    Put(delivery with { Body = default });
                return found.Count;
            },
            cancellationToken
        );
    }

    private bool Add(InboxDelivery delivery)
    {
        if (_all.ContainsKey(delivery.Id))
            return false;
        Put(delivery);
        return true;
    }

    private List<InboxDelivery> Lease(int maxCount, DateTimeOffset now, DateTimeOffset until)
    {
        foreach (var lost in _leased.Values.Where(delivery => delivery.LeasedUntil <= now).ToList())
            Put(Unleased(lost));

        var busy = BusySubjects(now);
        var chosen = _waiting
            .TakeWhile(delivery => delivery.DueAt <= now)
            .Where(delivery => delivery.Subject.Length == 0 || busy.Add(delivery.Subject))
            .Take(maxCount)
            .ToList();
        for (var i = 0; i < chosen.Count; i++)
        {
            chosen[i] = chosen[i] with
            {
                State = InboxState.Leased,
                Attempts = chosen[i].Attempts + 1,
                LeaseToken = Guid.NewGuid(),
                LeasedUntil = until,
            };
            Put(chosen[i]);
        }

        return chosen;
    }

    // Never contains the empty subject, because empty subjects are not considered equal.
    private HashSet<string> BusySubjects(DateTimeOffset now) =>
        _leased
            .Values.Where(delivery => delivery.LeasedUntil > now && delivery.Subject.Length > 0)
            .Select(delivery => delivery.Subject)
            .ToHashSet(StringComparer.Ordinal);

    private Task<bool> ChangeAsync(
        string id,
        Guid leaseToken,
        Func<InboxDelivery, InboxDelivery> change,
        CancellationToken cancellationToken
    ) =>
        Locked(
            () =>
            {
                if (!_leased.TryGetValue(id, out var held) || held.LeaseToken != leaseToken)
                    return false;
                Put(change(held));
                return true;
            },
            cancellationToken
        );

    /// <summary>
    /// Adds or replaces a delivery. All changes go through this method, so that the four collections stay consistent.
    /// </summary>
    private void Put(InboxDelivery delivery)
    {
        if (_all.TryGetValue(delivery.Id, out var before))
            _waiting.Remove(before);
        _leased.Remove(delivery.Id);
        _all[delivery.Id] = delivery;
        if (delivery.State == InboxState.Waiting)
            _waiting.Add(delivery);
        if (delivery.State == InboxState.Leased)
            _leased.Add(delivery.Id, delivery);
        if (
            delivery.Subject.Length > 0
            && (!_newest.TryGetValue(delivery.Subject, out var newest) || delivery.CompareFreshness(newest) >= 0)
        )
            _newest[delivery.Subject] = delivery;
    }

    private void Remove(InboxDelivery delivery)
    {
        _all.Remove(delivery.Id);
        if (ReferenceEquals(_newest.GetValueOrDefault(delivery.Subject), delivery))
            _newest.Remove(delivery.Subject);
    }

    private static bool IsOld(InboxDelivery delivery, DateTimeOffset completedBefore, DateTimeOffset parkedBefore) =>
        (delivery.State == InboxState.Completed && delivery.FinishedAt < completedBefore)
        || (delivery.State == InboxState.Parked && delivery.FinishedAt < parkedBefore);

    private static InboxDelivery Unleased(InboxDelivery delivery) =>
        delivery with
        {
            State = InboxState.Waiting,
            LeaseToken = null,
            LeasedUntil = null,
        };

    private Task<T> Locked<T>(Func<T> action, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        lock (_gate)
            return Task.FromResult(action());
    }
}
