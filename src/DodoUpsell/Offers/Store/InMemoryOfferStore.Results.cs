using System.Runtime.CompilerServices;

namespace DodoUpsell;

public sealed partial class InMemoryOfferStore
{
    private readonly Dictionary<(DodoEnvironment, string SourceId), OfferMoney> _money = [];
    private readonly Dictionary<(DodoEnvironment, string RuleId), OfferPause> _pauses = [];

    /// <inheritdoc/>
    public Task<bool> AddMoneyAsync(OfferMoney money, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(money);
        var key = (money.Environment, money.SourceId);
        return Locked(
            () =>
            {
                if (_money.TryAdd(key, money))
                    return true;
                if (_money[key].OfferId is not null || money.OfferId is null)
                    return false;
                _money[key] = _money[key] with { OfferId = money.OfferId, IsRenewal = money.IsRenewal };
                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<OfferMoney?> FindMoneyAsync(
        DodoEnvironment environment,
        string sourceId,
        CancellationToken cancellationToken = default
    ) => Locked(() => _money.GetValueOrDefault((environment, sourceId)), cancellationToken);

    /// <inheritdoc/>
    public Task<OfferCounts> CountAsync(
        DodoEnvironment environment,
        string ruleId,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () =>
            {
                var offers = Of(_offers, environment)
                    .Where(offer => Same(offer.RuleId, ruleId) && offer.AcceptedAt >= since)
                    .ToList();
                var paid = offers
                    .Where(offer => offer.State == OfferState.Accepted)
                    .Select(offer => offer.Id)
                    .ToHashSet(StringComparer.Ordinal);
                int Failed(OfferFailure failure) =>
                    offers.Count(offer => offer.State == OfferState.Failed && offer.Failure == failure);
                var disputed = Of(_money, environment)
                    .Where(money =>
                        money.Kind is OfferMoneyKind.DisputeOpened or OfferMoneyKind.DisputeLost
                        && paid.Contains(money.OfferId ?? "")
                    )
                    .Select(money => money.OfferId)
                    .Distinct(StringComparer.Ordinal);
                return new OfferCounts(
                    paid.Count,
                    Failed(OfferFailure.Declined),
                    Failed(OfferFailure.Refused),
                    disputed.Count()
                );
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> PauseAsync(OfferPause pause, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pause);
        var key = (pause.Environment, pause.RuleId);
        return Locked(
            () =>
            {
                if (
                    _pauses.TryGetValue(key, out var kept)
                    && (kept.ResumesAt is not { } resumes || resumes > pause.PausedAt)
                )
                    return false;
                _pauses[key] = pause;
                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> ResumeAsync(
        DodoEnvironment environment,
        string ruleId,
        DateTimeOffset at,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () =>
            {
                if (!_pauses.TryGetValue((environment, ruleId), out var kept) || kept.ResumesAt <= at)
                    return false;
                _pauses[(environment, ruleId)] = kept with { ResumesAt = at };
                return true;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<OfferPause>> ListPausesAsync(
        DodoEnvironment environment,
        CancellationToken cancellationToken = default
    ) =>
        Locked<IReadOnlyList<OfferPause>>(
            () => [.. Of(_pauses, environment).OrderBy(pause => pause.RuleId, StringComparer.Ordinal)],
            cancellationToken
        );

    /// <inheritdoc/>
    public IAsyncEnumerable<OfferRecord> ReadMadeAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) =>
        Read(
            () =>
                Of(_offers, environment)
                    .Where(offer => offer.MadeAt >= from && offer.MadeAt < until)
                    .OrderBy(offer => (offer.MadeAt, offer.Id), ByTimeThenId),
            cancellationToken
        );

    /// <inheritdoc/>
    public IAsyncEnumerable<OfferAssignment> ReadAssignedAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) =>
        Read(
            () =>
                _assignments
                    .Values.Where(kept =>
                        kept.Environment == environment && kept.AssignedAt >= from && kept.AssignedAt < until
                    )
                    .OrderBy(kept => kept.AssignedAt)
                    .ThenBy(kept => kept.ExperimentKey, StringComparer.Ordinal)
                    .ThenBy(kept => kept.SubjectId, StringComparer.Ordinal),
            cancellationToken
        );

    /// <inheritdoc/>
    public IAsyncEnumerable<OfferMoney> ReadMoneyAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        CancellationToken cancellationToken = default
    ) =>
        Read(
            () =>
                Of(_money, environment)
                    .Where(money => money.OccurredAt >= from)
                    .OrderBy(money => (money.OccurredAt, money.SourceId), ByTimeThenId),
            cancellationToken
        );

    /// <inheritdoc/>
    public IAsyncEnumerable<ConsentReceipt> ReadReceiptsAsync(
        DodoEnvironment environment,
        CancellationToken cancellationToken = default
    ) => Read(() => Chain(environment), cancellationToken);

    /// <inheritdoc/>
    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset endedBefore,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () =>
            {
                var ended = Of(_offers, environment).Where(offer => offer.EndedAt < endedBefore).ToList();
                ended.ForEach(Remove);
                return ended.Count
                    + RemoveWhere(
                        _assignments,
                        kept => kept.Environment == environment && kept.AssignedAt < endedBefore
                    )
                    + RemoveWhere(_money, kept => kept.Environment == environment && kept.OccurredAt < endedBefore);
            },
            cancellationToken
        );

    // A copy is made when the reading begins.
    private async IAsyncEnumerable<T> Read<T>(
        Func<IEnumerable<T>> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var copy = await Locked<List<T>>(() => [.. rows()], cancellationToken).ConfigureAwait(false);
        foreach (var row in copy)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
