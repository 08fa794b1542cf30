using DodoUpsell.Webhooks;

namespace DodoUpsell.Chaos;

/// <summary>The inbox store of a process that may die before and after each call.</summary>
internal sealed class MortalInboxStore(IWebhookInboxStore inner, Life life) : IWebhookInboxStore
{
    public string Account => inner.Account;

    public Task<bool> AddAsync(InboxDelivery delivery, CancellationToken cancellationToken = default) =>
        Live(() => inner.AddAsync(delivery, cancellationToken));

    public Task<IReadOnlyList<InboxDelivery>> LeaseDueAsync(
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.LeaseDueAsync(now, until, maxCount, cancellationToken));

    public Task<bool> ExtendAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ExtendAsync(id, leaseToken, until, cancellationToken));

    public Task<bool> CompleteAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.CompleteAsync(id, leaseToken, now, cancellationToken));

    public Task<WebhookInboxTurn?> CompleteAndLeaseAsync(
        IReadOnlyList<InboxDelivery> handled,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.CompleteAndLeaseAsync(handled, now, until, maxCount, cancellationToken));

    public Task<bool> RetryAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.RetryAsync(id, leaseToken, Chance.Out(dueAt), failure, cancellationToken));

    public Task<bool> ParkAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        string failure,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ParkAsync(id, leaseToken, now, failure, cancellationToken));

    public Task<bool> ReleaseAsync(string id, Guid leaseToken, CancellationToken cancellationToken = default) =>
        Live(() => inner.ReleaseAsync(id, leaseToken, cancellationToken));

    public Task<bool> ReplayAsync(string id, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Live(() => inner.ReplayAsync(id, now, cancellationToken));

    public Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        Live(() => inner.FindAsync(id, cancellationToken));

    public Task<int> EraseAsync(string customerId, CancellationToken cancellationToken = default) =>
        Live(() => inner.EraseAsync(customerId, cancellationToken));

    public Task<InboxDelivery?> FindNewestAsync(string subject, CancellationToken cancellationToken = default) =>
        Live(() => inner.FindNewestAsync(subject, cancellationToken));

    public Task<IReadOnlyList<InboxDelivery>> ListAsync(
        InboxState state,
        int maxCount,
        InboxDelivery? after = null,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ListAsync(state, maxCount, after, cancellationToken));

    public Task<IReadOnlyList<InboxDelivery>> ListOfSubjectAsync(
        string subject,
        int maxCount,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ListOfSubjectAsync(subject, maxCount, cancellationToken));

    public Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Live(() => inner.FindNextDueAsync(now, cancellationToken));

    public Task<int> PruneAsync(
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.PruneAsync(completedBefore, parkedBefore, cancellationToken));

    private async Task<T> Live<T>(Func<Task<T>> call)
    {
        await life.StepAsync().ConfigureAwait(false);
        var result = await call().ConfigureAwait(false);
        await life.StepAsync().ConfigureAwait(false);
        return result;
    }
}
