using DodoUpsell.Offers;

namespace DodoUpsell;

/// <summary>
/// Stores offers in the memory of one process, for tests, tools and trial use. Its content is lost when the process
/// ends. Use a durable store in production. Thread-safe.
/// </summary>
public sealed partial class InMemoryOfferStore : IOfferStore
{
    private readonly object _gate = new();
    private readonly Dictionary<(DodoEnvironment, string Id), OfferRecord> _offers = [];
    private readonly Dictionary<(DodoEnvironment, string Slot), string> _slots = [];
    private readonly Dictionary<DodoEnvironment, List<ConsentReceipt>> _receipts = [];

    // The subject of a receipt outlives the offer, so that its content can be erased after the offer was pruned.
    private readonly Dictionary<(DodoEnvironment, string OfferId), string> _receiptSubjects = [];

    /// <inheritdoc/>
    public Task<OfferRecord> AddAsync(OfferRecord offer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return Locked(() => Filling(offer.Environment, offer.Slot) ?? Find(offer) ?? Put(offer), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> TryUpdateAsync(
        OfferRecord changed,
        ConsentReceiptContent? receipt = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(changed);
        receipt?.RequireOffer(changed);
        return Locked(
            () =>
            {
                if (Find(changed) is not { } kept || kept.Version != changed.Version - 1)
                    return false;
                if (Filling(changed.Environment, changed.Slot) is { } other && !ReferenceEquals(other, kept))
                    throw new InvalidOperationException("Another offer fills the slot.");
                Put(changed);
                if (receipt is not null)
                    Append(changed, receipt);
                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<OfferRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => Locked(() => _offers.GetValueOrDefault((environment, id)), cancellationToken);

    /// <inheritdoc/>
    public Task<OfferRecord?> FindBySlotAsync(
        DodoEnvironment environment,
        string slot,
        CancellationToken cancellationToken = default
    ) => Locked(() => Filling(environment, slot), cancellationToken);

    /// <inheritdoc/>
    public Task<OfferRecord?> FindBySubscriptionAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken = default
    ) =>
        Locked(
            () =>
                NewestFirst(environment)
                    .FirstOrDefault(offer =>
                        offer.State == OfferState.Accepted && Same(offer.SubscriptionId, subscriptionId)
                    ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<OfferRecord>> ListAsync(
        DodoEnvironment environment,
        string subjectId,
        CancellationToken cancellationToken = default
    ) =>
        Locked<IReadOnlyList<OfferRecord>>(
            () => [.. NewestFirst(environment).Where(offer => Same(offer.SubjectId, subjectId))],
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<OfferRecord>> ListOverdueAsync(
        DodoEnvironment environment,
        DateTimeOffset expiredBefore,
        DateTimeOffset acceptedBefore,
        int maxCount,
        OfferRecord? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        var start = after is null ? default : (DueAt(after), after.Id);
        return Locked<IReadOnlyList<OfferRecord>>(
            () =>
                [
                    .. Of(_offers, environment)
                        .Where(offer =>
                            offer.State switch
                            {
                                OfferState.Open => offer.ExpiresAt < expiredBefore,
                                OfferState.Accepting => offer.AcceptedAt < acceptedBefore,
                                _ => false,
                            }
                        )
                        .Where(offer => after is null || Compare((DueAt(offer), offer.Id), start) > 0)
                        .OrderBy(offer => (DueAt(offer), offer.Id), ByTimeThenId)
                        .Take(maxCount),
                ],
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ConsentReceipt?> FindReceiptAsync(
        DodoEnvironment environment,
        string offerId,
        CancellationToken cancellationToken = default
    ) => Locked(() => Chain(environment).Find(receipt => Same(receipt.OfferId, offerId)), cancellationToken);

    private void Append(OfferRecord offer, ConsentReceiptContent content)
    {
        if (!_receiptSubjects.TryAdd((offer.Environment, offer.Id), offer.SubjectId))
            return;
        var chain = Chain(offer.Environment);
        chain.Add(ReceiptChain.Append(offer.Environment, chain.LastOrDefault(), content));
    }

    private List<ConsentReceipt> Chain(DodoEnvironment environment)
    {
        if (!_receipts.TryGetValue(environment, out var chain))
            _receipts.Add(environment, chain = []);
        return chain;
    }

    private OfferRecord? Find(OfferRecord offer) => _offers.GetValueOrDefault((offer.Environment, offer.Id));

    private OfferRecord? Filling(DodoEnvironment environment, string? slot) =>
        slot is not null && _slots.TryGetValue((environment, slot), out var id) ? _offers[(environment, id)] : null;

    /// <summary>Adds or replaces an offer. All changes go through this method, so that the slots stay consistent.</summary>
    private OfferRecord Put(OfferRecord offer)
    {
        Remove(offer);
        _offers[(offer.Environment, offer.Id)] = offer;
        if (offer.Slot is { } slot)
            _slots[(offer.Environment, slot)] = offer.Id;
        return offer;
    }

    private void Remove(OfferRecord offer)
    {
        if (_offers.Remove((offer.Environment, offer.Id), out var before) && before.Slot is { } slot)
            _slots.Remove((before.Environment, slot));
    }

    private IEnumerable<OfferRecord> NewestFirst(DodoEnvironment environment) =>
        Of(_offers, environment).OrderByDescending(offer => (offer.MadeAt, offer.Id), ByTimeThenId);

    private static DateTimeOffset DueAt(OfferRecord offer) =>
        offer is { State: OfferState.Accepting, AcceptedAt: { } accepted } ? accepted : offer.ExpiresAt;

    private static IEnumerable<T> Of<T>(Dictionary<(DodoEnvironment, string), T> all, DodoEnvironment environment) =>
        all.Where(entry => entry.Key.Item1 == environment).Select(entry => entry.Value);

    private static readonly Comparer<(DateTimeOffset, string)> ByTimeThenId = Comparer<(DateTimeOffset, string)>.Create(
        Compare
    );

    private static int Compare((DateTimeOffset Time, string Id) one, (DateTimeOffset Time, string Id) other) =>
        one.Time.CompareTo(other.Time) is not 0 and var byTime ? byTime : string.CompareOrdinal(one.Id, other.Id);

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

    private Task<T> Locked<T>(Func<T> action, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        lock (_gate)
            return Task.FromResult(action());
    }
}
