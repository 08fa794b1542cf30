namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>
/// Changes, leases and prunes charges: the statements whose cost depends on how they are written for a database.
/// </summary>
internal abstract class ChargeQueue
{
    /// <summary>Leases the charges whose next check is due, the earliest first.</summary>
    public abstract Task<List<ChargeRow>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes the charges that reached a final state before the given time.</summary>
    /// <returns>The number of deleted rows.</returns>
    public abstract Task<int> PruneAsync(DateTime settledBefore, CancellationToken cancellationToken);
}
