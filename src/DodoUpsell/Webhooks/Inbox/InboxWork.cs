using System.Diagnostics;
using DodoUpsell.Http;

namespace DodoUpsell.Webhooks;

/// <summary>
/// One kind of work that is leased, handled and recorded: its store, its handlers, its log entries and its metrics.
/// </summary>
/// <remarks>
/// Webhook deliveries and settlements are both handled by <see cref="InboxPump{TItem}"/>. This class contains what
/// differs.
/// </remarks>
internal abstract class InboxWork<TItem>
{
    // The time for reading and recording before and after the handlers, as part of the lease.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Gets the current options.</summary>
    public abstract DodoUpsellOptions Options { get; }

    /// <summary>
    /// Gets the duration of a lease. It covers one handler and is extended before each further handler.
    /// </summary>
    /// <remarks>
    /// Includes the clock skew twice: one node may set the end with a clock that is behind, and another node may
    /// compare it with a clock that is ahead.
    /// </remarks>
    public TimeSpan LeaseTime =>
        Options.Webhooks.HandlerTimeout + HandlerRun.Grace + Margin + (2 * Options.MaxClockSkew);

    /// <summary>Returns a form of the exception of a handler or a store that is safe to log.</summary>
    public Exception Showable(Exception failure) => SafeException.Of(failure, SecretTexts.Of(Options));

    public abstract Task<IReadOnlyList<TItem>> LeaseDueAsync(
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Records handled items, which ends their attempts, and then leases due items. A failure to record an item is the
    /// result of its attempt. Only a failure to lease is thrown.
    /// </summary>
    public virtual async Task<IReadOnlyList<TItem>> RecordAndLeaseAsync(
        IReadOnlyList<HandledItem<TItem>> handled,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        await Task.WhenAll(handled.Select(item => RecordAsync(item, now))).ConfigureAwait(false);
        return maxCount == 0 ? [] : await LeaseDueAsync(now, until, maxCount, cancellationToken).ConfigureAwait(false);
    }

    public abstract Task<bool> ExtendAsync(TItem item, DateTimeOffset until, CancellationToken cancellationToken);

    public abstract Task<bool> CompleteAsync(TItem item, DateTimeOffset now);

    public abstract Task<bool> RetryAsync(TItem item, DateTimeOffset dueAt, string failure);

    public abstract Task<bool> ParkAsync(TItem item, DateTimeOffset now, string failure);

    public abstract Task<bool> ReleaseAsync(TItem item);

    public abstract Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    public abstract Task<int> PruneAsync(CancellationToken cancellationToken);

    /// <summary>Returns the number of the current attempt, starting at 1.</summary>
    public abstract int AttemptOf(TItem item);

    /// <summary>Starts the span of an attempt, or returns null if there is no listener.</summary>
    public abstract Activity? StartSpan(TItem item);

    /// <summary>Reads the data of an item and creates its handlers.</summary>
    public abstract Task<HandlerSet> OpenAsync(TItem item, CancellationToken cancellationToken);

    public abstract void Failed(TItem item, string handler, Exception failure);

    public abstract void Parked(TItem item, string failure);

    public abstract void Ended(TItem item, InboxResult result, DateTimeOffset now);

    public abstract void NotRecorded(Exception failure);

    public abstract void StoreFailed(Exception failure, TimeSpan retryIn);

    private async Task RecordAsync(HandledItem<TItem> handled, DateTimeOffset now)
    {
        try
        {
            handled.Set(await CompleteAsync(handled.Item, now).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            handled.Fail(e);
        }
    }
}
