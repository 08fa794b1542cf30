using DodoUpsell.Offers;

namespace DodoUpsell;

public sealed partial class InMemoryOfferStore
{
    // In the order in which they were linked.
    private readonly List<Link> _links = [];
    private readonly Dictionary<(DodoEnvironment, string Experiment, string Subject), OfferAssignment> _assignments =
    [];

    /// <inheritdoc/>
    public Task<OfferSubject> FindSubjectAsync(
        DodoEnvironment environment,
        SubjectIds ids,
        CancellationToken cancellationToken = default
    )
    {
        SubjectIds.Require(ids);
        return Locked(
            () =>
            {
                var linked = ids.CustomerId is { } customer ? UserOf(environment, customer) : null;
                return SubjectRules.SubjectOf(ids, linked, CustomersOf(environment, ids.UserId ?? linked));
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> LinkAsync(
        DodoEnvironment environment,
        string userId,
        string customerId,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(userId);
        ArgumentNullException.ThrowIfNull(customerId);
        return Locked(
            () =>
            {
                if (UserOf(environment, customerId) is not { } linked)
                    _links.Add(new Link(environment, userId, customerId, now));
                else if (!Same(linked, userId))
                    return false;
                Move(environment, SubjectRules.IdOfCustomer(customerId), SubjectRules.IdOfUser(userId));
                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<int> EraseAsync(
        DodoEnvironment environment,
        OfferSubject subject,
        bool eraseReceipts,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Locked(
            () =>
            {
                var ids = SubjectRules.StoredIdsOf(subject).ToHashSet(StringComparer.Ordinal);
                var offers = Of(_offers, environment)
                    .Where(offer => ids.Contains(offer.SubjectId) && offer.State != OfferState.Accepting)
                    .ToList();
                offers.ForEach(Remove);
                return offers.Count
                    + _links.RemoveAll(link => link.Environment == environment && Same(link.User, subject.UserId))
                    + RemoveWhere(_assignments, kept => kept.Environment == environment && ids.Contains(kept.SubjectId))
                    + RemoveWhere(_money, kept => kept.Environment == environment && ids.Contains(kept.SubjectId))
                    + (eraseReceipts ? EraseReceipts(environment, ids, now) : 0);
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<OfferAssignment> AssignAsync(OfferAssignment assignment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        var key = (assignment.Environment, assignment.ExperimentKey, assignment.SubjectId);
        return Locked(() => _assignments.TryAdd(key, assignment) ? assignment : _assignments[key], cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OfferAssignment>> ListAssignmentsAsync(
        DodoEnvironment environment,
        string subjectId,
        CancellationToken cancellationToken = default
    ) =>
        Locked<IReadOnlyList<OfferAssignment>>(
            () =>
                [
                    .. _assignments
                        .Values.Where(kept => kept.Environment == environment && Same(kept.SubjectId, subjectId))
                        .OrderBy(kept => (kept.AssignedAt, kept.ExperimentKey), ByTimeThenId),
                ],
            cancellationToken
        );

    private void Move(DodoEnvironment environment, string from, string to)
    {
        foreach (var offer in Of(_offers, environment).Where(offer => Same(offer.SubjectId, from)).ToList())
        {
            var slot = SubjectRules.MovedSlot(offer.Slot, from, to);
            Put(
                offer with
                {
                    SubjectId = to,
                    Slot = Filling(environment, slot) is { } other && !ReferenceEquals(other, offer) ? null : slot,
                    Version = offer.Version + 1,
                }
            );
        }

        foreach (var money in Of(_money, environment).Where(money => Same(money.SubjectId, from)).ToList())
            _money[(environment, money.SourceId)] = money with { SubjectId = to };
        foreach (var (key, subject) in _receiptSubjects.ToList())
        {
            if (key.Item1 == environment && Same(subject, from))
                _receiptSubjects[key] = to;
        }

        var moved = _assignments.Values.Where(kept => kept.Environment == environment && Same(kept.SubjectId, from));
        foreach (var assignment in moved.ToList())
        {
            _assignments.Remove((environment, assignment.ExperimentKey, from));
            var key = (environment, assignment.ExperimentKey, to);
            if (!_assignments.TryGetValue(key, out var kept) || assignment.AssignedAt < kept.AssignedAt)
                _assignments[key] = assignment with { SubjectId = to };
        }
    }

    private int EraseReceipts(DodoEnvironment environment, HashSet<string> subjects, DateTimeOffset now)
    {
        var chain = Chain(environment);
        var erased = 0;
        for (var i = 0; i < chain.Count; i++)
        {
            if (chain[i].Json is null || !subjects.Contains(_receiptSubjects[(environment, chain[i].OfferId)]))
                continue;
            chain[i] = chain[i] with { Json = null, ErasedAt = now };
            _receiptSubjects[(environment, chain[i].OfferId)] = "";
            erased++;
        }

        return erased;
    }

    private string? UserOf(DodoEnvironment environment, string customerId) =>
        _links.Find(link => link.Environment == environment && Same(link.Customer, customerId))?.User;

    private List<string> CustomersOf(DodoEnvironment environment, string? userId) =>
        [
            .. _links
                .Where(link => link.Environment == environment && Same(link.User, userId))
                .OrderByDescending(link => (link.LinkedAt, link.Customer), ByTimeThenId)
                .Select(link => link.Customer),
        ];

    private static int RemoveWhere<TKey, T>(Dictionary<TKey, T> all, Func<T, bool> which)
        where TKey : notnull
    {
        var keys = all.Where(entry => which(entry.Value)).Select(entry => entry.Key).ToList();
        keys.ForEach(key => all.Remove(key));
        return keys.Count;
    }

    private sealed record Link(DodoEnvironment Environment, string User, string Customer, DateTimeOffset LinkedAt);
}
