using System.Diagnostics;
using DodoUpsell.Http;

namespace DodoUpsell.Webhooks;

/// <summary>
/// One kind of work that is leased, handled and recorded: where it is kept, who handles it, and what is logged and
/// counted.
/// </summary>
/// <remarks>
/// Webhook deliveries and settlements are handled alike by <see cref="InboxPump{TItem}"/>; what differs is here.
/// </remarks>
internal abstract class InboxWork<TItem>
{
    // What reading and recording around the handlers may take before the lease ends.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Gets the options as they are now.</summary>
    public abstract DodoUpsellOptions Options { get; }

    /// <summary>Gets the length of a lease. It lasts for one handler and is extended before each further one.</summary>
    /// <remarks>
    /// One node may set the end by a clock that is behind, and another compare it by a clock that is ahead.
    /// </remarks>
    public TimeSpan LeaseTime =>
        Options.Webhooks.HandlerTimeout + HandlerRun.Grace + Margin + (2 * Options.MaxClockSkew);

    /// <summary>Returns an exception of a handler or a store as it may be logged.</summary>
    public Exception Showable(Exception failure) => SafeException.Of(failure, SecretTexts.Of(Options));

    public abstract Task<IReadOnlyList<TItem>> LeaseDueAsync(
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken
    );

    public abstract Task<bool> ExtendAsync(TItem item, DateTimeOffset until, CancellationToken cancellationToken);

    public abstract Task<bool> CompleteAsync(TItem item, DateTimeOffset now);

    public abstract Task<bool> RetryAsync(TItem item, DateTimeOffset dueAt, string failure);

    public abstract Task<bool> ParkAsync(TItem item, DateTimeOffset now, string failure);

    public abstract Task<bool> ReleaseAsync(TItem item);

    public abstract Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    public abstract Task<int> PruneAsync(CancellationToken cancellationToken);

    /// <summary>Returns the number of the running attempt, from 1.</summary>
    public abstract int AttemptOf(TItem item);

    /// <summary>Starts the span of an attempt, or returns null if nobody listens.</summary>
    public abstract Activity? StartSpan(TItem item);

    /// <summary>Reads what is to be handled and creates the handlers for it.</summary>
    public abstract Task<HandlerSet> OpenAsync(TItem item, CancellationToken cancellationToken);

    public abstract void Failed(TItem item, string handler, Exception failure);

    public abstract void Parked(TItem item, string failure);

    public abstract void Ended(TItem item, InboxResult result, DateTimeOffset now);

    public abstract void NotRecorded(Exception failure);

    public abstract void StoreFailed(Exception failure, TimeSpan retryIn);
}
