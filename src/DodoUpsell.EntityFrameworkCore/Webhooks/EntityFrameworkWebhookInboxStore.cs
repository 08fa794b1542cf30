using System.Text;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Leases;
using DodoUpsell.EntityFrameworkCore.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.Webhooks;

/// <summary>Stores webhook deliveries in a relational database, using EF Core. Several nodes can share it.</summary>
/// <remarks>
/// A unique index prevents two workers from handling the same subject concurrently. Each call uses its own context and
/// does not take part in the caller's transaction. Ids have at most 256 characters, and subjects at most 400.
/// Deliveries with equal times are in the database's order of their ids.
/// </remarks>
public sealed class EntityFrameworkWebhookInboxStore : IWebhookInboxStore
{
    private readonly ContextSource _contexts;

    internal EntityFrameworkWebhookInboxStore(ContextSource contexts, string account) =>
        (_contexts, Account) = (contexts, AccountName.Require(account));

    /// <inheritdoc/>
    public string Account { get; }

    /// <summary>Creates a store without dependency injection.</summary>
    /// <param name="contexts">The factory of contexts whose model calls <c>UseDodoUpsells()</c>.</param>
    /// <param name="account">The name of the account, if several accounts share the table; otherwise an empty string.
    /// At most 100 characters.</param>
    /// <exception cref="ArgumentException">The name of the account is too long.</exception>
    public static EntityFrameworkWebhookInboxStore Create<TContext>(
        IDbContextFactory<TContext> contexts,
        string account = ""
    )
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(account);
        return new EntityFrameworkWebhookInboxStore(ContextSource.From(contexts), account);
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(InboxDelivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (!string.Equals(delivery.Account, Account, StringComparison.Ordinal))
            throw new ArgumentException("The delivery and the store belong to different accounts.", nameof(delivery));
        return WriteAsync(deliveries => deliveries.InsertAsync(delivery, cancellationToken), cancellationToken);
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
        return RunAsync(
            deliveries =>
                deliveries.LeaseDueAsync(StoredTime.Of(now), StoredTime.Of(until), maxCount, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> ExtendAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            deliveries => deliveries.Leases.ExtendAsync(id, leaseToken, StoredTime.Of(until), cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            deliveries =>
                deliveries.Leases.EndAsync(
                    id,
                    leaseToken,
                    new LeaseEnd(InboxState.Completed) { FinishedAt = StoredTime.Of(now) },
                    cancellationToken
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<WebhookInboxTurn?> CompleteAndLeaseAsync(
        IReadOnlyList<InboxDelivery> handled,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(handled);
        ArgumentOutOfRangeException.ThrowIfNegative(maxCount);
        return RunAsync(
            deliveries =>
                deliveries.CompleteAndLeaseAsync(
                    handled,
                    StoredTime.Of(now),
                    StoredTime.Of(until),
                    maxCount,
                    cancellationToken
                ),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> RetryAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            deliveries =>
                deliveries.Leases.EndAsync(
                    id,
                    leaseToken,
                    new LeaseEnd(InboxState.Waiting) { DueAt = StoredTime.Of(dueAt), Error = StoredText.Of(failure) },
                    cancellationToken
                ),
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
        WriteAsync(
            deliveries =>
                deliveries.Leases.EndAsync(
                    id,
                    leaseToken,
                    new LeaseEnd(InboxState.Parked) { FinishedAt = StoredTime.Of(now), Error = StoredText.Of(failure) },
                    cancellationToken
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> ReleaseAsync(string id, Guid leaseToken, CancellationToken cancellationToken = default) =>
        WriteAsync(
            deliveries =>
                deliveries.Leases.EndAsync(
                    id,
                    leaseToken,
                    new LeaseEnd(InboxState.Waiting) { Uncounted = 1 },
                    cancellationToken
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> ReplayAsync(string id, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        WriteAsync(
            deliveries => deliveries.Leases.ReplayAsync(id, StoredTime.Of(now), cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        RunAsync(deliveries => deliveries.FindAsync(id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<InboxDelivery?> FindNewestAsync(string subject, CancellationToken cancellationToken = default) =>
        RunAsync(deliveries => deliveries.FindNewestAsync(subject, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<InboxDelivery>> ListAsync(
        InboxState state,
        int maxCount,
        InboxDelivery? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return RunAsync(
            deliveries => deliveries.ListAsync(state, maxCount, after, cancellationToken),
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
        return RunAsync(
            deliveries => deliveries.ListOfSubjectAsync(subject, maxCount, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        RunAsync(
            deliveries => deliveries.Leases.FindNextDueAsync(StoredTime.Of(now), cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<int> PruneAsync(
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            deliveries =>
                deliveries.PruneAsync(StoredTime.Of(completedBefore), StoredTime.Of(parkedBefore), cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public async Task<int> EraseAsync(string customerId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        var text = Encoding.UTF8.GetBytes($"\"{customerId}\"");
        var erased = 0;
        for (var after = ""; after is not null; )
        {
            var start = after;
            (var found, after) = await _contexts
                .RunAsync(
                    context => new DeliveryErasure(context, Account).FindAsync(text, start, cancellationToken),
                    cancellationToken
                )
                .ConfigureAwait(false);
            foreach (var id in found)
            {
                erased += await _contexts
                    .WriteAsync(
                        context => new DeliveryErasure(context, Account).EraseAsync(id, cancellationToken),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }
        }

        return erased;
    }

    private Task<T> RunAsync<T>(Func<DeliveryStatements, Task<T>> operation, CancellationToken cancellationToken) =>
        _contexts.RunAsync(
            context => operation(new DeliveryStatements(context, Account, _contexts.Keys)),
            cancellationToken
        );

    private Task<T> WriteAsync<T>(Func<DeliveryStatements, Task<T>> operation, CancellationToken cancellationToken) =>
        _contexts.WriteAsync(
            context => operation(new DeliveryStatements(context, Account, _contexts.Keys)),
            cancellationToken
        );
}
