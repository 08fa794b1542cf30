namespace DodoUpsell.Chaos;

/// <summary>The store of offers of a process that may die or be suspended before and after each call.</summary>
internal sealed class MortalOfferStore(IOfferStore inner, Life life, Action<string> trace, Action<OfferMove> moved)
    : IOfferStore
{
    public Task<OfferSubject> FindSubjectAsync(
        DodoEnvironment environment,
        SubjectIds ids,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindSubjectAsync(environment, ids, cancellationToken));

    public Task<bool> LinkAsync(
        DodoEnvironment environment,
        string userId,
        string customerId,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.LinkAsync(environment, userId, customerId, now, cancellationToken));

    public Task<int> EraseAsync(
        DodoEnvironment environment,
        OfferSubject subject,
        bool eraseReceipts,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.EraseAsync(environment, subject, eraseReceipts, now, cancellationToken));

    public Task<OfferRecord> AddAsync(OfferRecord offer, CancellationToken cancellationToken = default) =>
        Live(() => inner.AddAsync(offer, cancellationToken), stored => $"offer {stored.Id} {stored}");

    public Task<bool> TryUpdateAsync(
        OfferRecord changed,
        ConsentReceiptContent? receipt = null,
        CancellationToken cancellationToken = default
    ) =>
        Live(
            () => UpdateAsync(changed, receipt, cancellationToken),
            done =>
                $"{(done ? "write" : "lost ")} offer {changed.Id} {changed}{(receipt is null ? "" : ", with a receipt")}"
        );

    public Task<OfferRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindAsync(environment, id, cancellationToken));

    public Task<OfferRecord?> FindBySlotAsync(
        DodoEnvironment environment,
        string slot,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindBySlotAsync(environment, slot, cancellationToken));

    public Task<OfferRecord?> FindBySubscriptionAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindBySubscriptionAsync(environment, subscriptionId, cancellationToken));

    public Task<IReadOnlyList<OfferRecord>> ListAsync(
        DodoEnvironment environment,
        string subjectId,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ListAsync(environment, subjectId, cancellationToken));

    public Task<IReadOnlyList<OfferRecord>> ListOverdueAsync(
        DodoEnvironment environment,
        DateTimeOffset expiredBefore,
        DateTimeOffset acceptedBefore,
        int maxCount,
        OfferRecord? after = null,
        CancellationToken cancellationToken = default
    ) =>
        Live(() =>
            inner.ListOverdueAsync(environment, expiredBefore, acceptedBefore, maxCount, after, cancellationToken)
        );

    public Task<OfferAssignment> AssignAsync(
        OfferAssignment assignment,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.AssignAsync(assignment, cancellationToken));

    public Task<IReadOnlyList<OfferAssignment>> ListAssignmentsAsync(
        DodoEnvironment environment,
        string subjectId,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ListAssignmentsAsync(environment, subjectId, cancellationToken));

    public Task<bool> AddMoneyAsync(OfferMoney money, CancellationToken cancellationToken = default) =>
        Live(() => inner.AddMoneyAsync(money, cancellationToken));

    public Task<OfferMoney?> FindMoneyAsync(
        DodoEnvironment environment,
        string sourceId,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindMoneyAsync(environment, sourceId, cancellationToken));

    public Task<OfferCounts> CountAsync(
        DodoEnvironment environment,
        string ruleId,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.CountAsync(environment, ruleId, since, cancellationToken));

    public Task<bool> PauseAsync(OfferPause pause, CancellationToken cancellationToken = default) =>
        Live(() => inner.PauseAsync(pause, cancellationToken));

    public Task<bool> ResumeAsync(
        DodoEnvironment environment,
        string ruleId,
        DateTimeOffset at,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ResumeAsync(environment, ruleId, at, cancellationToken));

    public Task<IReadOnlyList<OfferPause>> ListPausesAsync(
        DodoEnvironment environment,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ListPausesAsync(environment, cancellationToken));

    public IAsyncEnumerable<OfferRecord> ReadMadeAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken = default
    ) => inner.ReadMadeAsync(environment, from, to, cancellationToken);

    public IAsyncEnumerable<OfferAssignment> ReadAssignedAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken = default
    ) => inner.ReadAssignedAsync(environment, from, to, cancellationToken);

    public IAsyncEnumerable<OfferMoney> ReadMoneyAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        CancellationToken cancellationToken = default
    ) => inner.ReadMoneyAsync(environment, from, cancellationToken);

    public Task<ConsentReceipt?> FindReceiptAsync(
        DodoEnvironment environment,
        string offerId,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindReceiptAsync(environment, offerId, cancellationToken));

    public IAsyncEnumerable<ConsentReceipt> ReadReceiptsAsync(
        DodoEnvironment environment,
        CancellationToken cancellationToken = default
    ) => inner.ReadReceiptsAsync(environment, cancellationToken);

    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset endedBefore,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.PruneAsync(environment, endedBefore, cancellationToken));

    private async Task<bool> UpdateAsync(
        OfferRecord changed,
        ConsentReceiptContent? receipt,
        CancellationToken cancellationToken
    )
    {
        var before = await inner.FindAsync(changed.Environment, changed.Id, cancellationToken).ConfigureAwait(false);
        var done = await inner.TryUpdateAsync(changed, receipt, cancellationToken).ConfigureAwait(false);

        // It was replaced in the version that was read before, unless another one came between.
        if (done && before is { } one && one.Version == changed.Version - 1 && one.State != changed.State)
            moved(new(changed.Id, one.State, changed.State));
        return done;
    }

    private async Task<T> Live<T>(Func<Task<T>> call, Func<T, string?>? describe = null)
    {
        await life.StepAsync(mayStandStill: true).ConfigureAwait(false);
        var result = await call().ConfigureAwait(false);
        if (describe?.Invoke(result) is { } line)
            trace(line);
        await life.StepAsync(mayStandStill: true).ConfigureAwait(false);
        return result;
    }
}
