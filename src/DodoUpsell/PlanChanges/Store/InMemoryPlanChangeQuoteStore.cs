namespace DodoUpsell;

/// <summary>
/// Stores quotes of plan changes in the memory of one process, for tests, tools and trial use. Its content is lost when
/// the process ends. Thread-safe.
/// </summary>
/// <remarks>
/// It has at most 10,000 records. If there are more, those that would be removed next make room.
/// </remarks>
public sealed class InMemoryPlanChangeQuoteStore : IPlanChangeQuoteStore
{
    private const int Capacity = 10_000;

    private readonly object _gate = new();
    private readonly Dictionary<(DodoEnvironment, string Id), PlanChangeQuoteRecord> _quotes = [];
    private readonly Dictionary<(DodoEnvironment, string SubjectId), List<string>> _unconfirmed = [];
    private readonly PriorityQueue<(DodoEnvironment, string Id), DateTimeOffset> _ends = new();

    /// <inheritdoc/>
    public Task AddAsync(
        PlanChangeQuoteRecord quote,
        int maxPerSubject,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(quote);
        Check.AtLeast(maxPerSubject, 1, nameof(maxPerSubject));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var key = (quote.Environment, quote.Id);
            _quotes.Add(key, quote);
            _ends.Enqueue(key, quote.KeptUntil);
            if (quote.ConfirmedAt is null)
                Trim(quote, maxPerSubject);
            RemoveOld(now);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<PlanChangeQuoteRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult(_quotes.GetValueOrDefault((environment, id)));
    }

    /// <inheritdoc/>
    public Task<bool> ConfirmAsync(
        DodoEnvironment environment,
        string id,
        DateTimeOffset confirmedAt,
        DateTimeOffset keptUntil,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_quotes.TryGetValue((environment, id), out var quote))
                return Task.FromResult(false);
            _quotes[(environment, id)] = quote with { ConfirmedAt = confirmedAt, KeptUntil = keptUntil };
            Forget(quote);
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<int> EraseAsync(
        DodoEnvironment environment,
        OfferSubject subject,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        cancellationToken.ThrowIfCancellationRequested();
        var ids = SubjectRules.StoredIdsOf(subject).ToHashSet(StringComparer.Ordinal);
        var customers = subject.CustomerIds.ToHashSet(StringComparer.Ordinal);
        lock (_gate)
        {
            var erased = _quotes
                .Values.Where(quote =>
                    quote.Environment == environment
                    && (ids.Contains(quote.SubjectId) || customers.Contains(quote.CustomerId))
                )
                .ToList();
            foreach (var quote in erased)
            {
                _quotes.Remove((environment, quote.Id));
                Forget(quote);
            }

            return Task.FromResult(erased.Count);
        }
    }

    private void Trim(PlanChangeQuoteRecord added, int maxPerSubject)
    {
        if (!_unconfirmed.TryGetValue((added.Environment, added.SubjectId), out var ids))
            _unconfirmed[(added.Environment, added.SubjectId)] = ids = [];
        ids.Add(added.Id);
        while (ids.Count > maxPerSubject)
        {
            _quotes.Remove((added.Environment, ids[0]));
            ids.RemoveAt(0);
        }
    }

    // A record that was trimmed or erased leaves its entry in the queue, and one that was confirmed ends later than its entry says.
    private void RemoveOld(DateTimeOffset now)
    {
        while (_ends.TryPeek(out var key, out var end) && (end < now || _quotes.Count > Capacity))
        {
            _ends.Dequeue();
            if (!_quotes.TryGetValue(key, out var quote))
                continue;
            if (quote.KeptUntil > end)
            {
                _ends.Enqueue(key, quote.KeptUntil);
                continue;
            }

            _quotes.Remove(key);
            Forget(quote);
        }
    }

    private void Forget(PlanChangeQuoteRecord quote)
    {
        if (!_unconfirmed.TryGetValue((quote.Environment, quote.SubjectId), out var ids))
            return;
        ids.Remove(quote.Id);
        if (ids.Count == 0)
            _unconfirmed.Remove((quote.Environment, quote.SubjectId));
    }
}
