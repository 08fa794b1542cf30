namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>
/// Leases rows, ends leases and prunes: the statements whose cost depends on how they are written for a database.
/// </summary>
internal abstract class LeaseQueue<TRow>
    where TRow : LeasedRow
{
    /// <summary>Leases due rows, the earliest first, and at most one row of each subject at a time.</summary>
    public abstract Task<IReadOnlyList<TRow>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    );

    /// <summary>Ends a lease. Returns false if another worker holds it.</summary>
    public abstract Task<bool> EndAsync(string id, Guid leaseToken, LeaseEnd end, CancellationToken cancellationToken);

    /// <summary>
    /// Completes rows and leases due rows in one transaction. Returns null if nothing was changed, because the database
    /// has no statements for it, or because another node leased at the same moment.
    /// </summary>
    public virtual Task<(IReadOnlyList<string> Completed, IReadOnlyList<TRow> Leased)?> CompleteAndLeaseAsync(
        IReadOnlyList<(string Id, Guid LeaseToken)> handled,
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    ) => Task.FromResult<(IReadOnlyList<string>, IReadOnlyList<TRow>)?>(null);

    /// <summary>Returns the earliest time at which a lease is possible, or null.</summary>
    public abstract Task<DateTime?> FindNextDueAsync(DateTime now, CancellationToken cancellationToken);

    /// <summary>Deletes the rows that were completed or parked before the given times.</summary>
    /// <returns>The number of deleted rows.</returns>
    public abstract Task<int> PruneAsync(
        DateTime completedBefore,
        DateTime parkedBefore,
        CancellationToken cancellationToken
    );
}
