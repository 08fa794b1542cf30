namespace DodoUpsell;

/// <summary>Keeps claims, attempts and outcomes of charge keys. Durable, it is what makes one key one charge across crashes and servers.</summary>
/// <remarks>
/// Each method is one atomic step: an insert that a unique key decides, or a change that applies to one version only. An
/// implementation never reads first to write later. A ledger belongs to one account: brands do not see each other's keys.
/// </remarks>
public interface IChargeLedger
{
    /// <summary>Adds the record, unless its key is there already.</summary>
    /// <returns>The record added, or the one that is there.</returns>
    Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default);

    /// <summary>Replaces a record, if the one that is kept has the version before: <see cref="ChargeRecord.Version"/> − 1.</summary>
    /// <returns>Whether it was replaced; if not, someone else changed it first.</returns>
    Task<bool> TryUpdateAsync(ChargeRecord changed, CancellationToken cancellationToken = default);

    /// <summary>The record of a key; null when there is none.</summary>
    Task<ChargeRecord?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default);

    /// <summary>Takes records whose <see cref="ChargeRecord.NextCheckAt"/> has come, and sets it to <paramref name="until"/>: nobody else gets them before.</summary>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="until">When they may be taken again, should whoever took them vanish; later than <paramref name="now"/>.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<ChargeRecord>> TakeDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellationToken = default);

    /// <summary>Lists records in a state, the oldest first.</summary>
    Task<IReadOnlyList<ChargeRecord>> ListAsync(ChargeState state, int most = 100, CancellationToken cancellationToken = default);

    /// <summary>Removes records that came to their end before a moment. Their keys can be charged again, so keep them as long as a repeat may come.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> PruneAsync(DateTimeOffset settledBefore, CancellationToken cancellationToken = default);
}

/// <summary>The answer to a claim.</summary>
/// <param name="Granted">Whether the key was free.</param>
/// <param name="Record">The record that is kept for the key now.</param>
public sealed record ChargeClaim(bool Granted, ChargeRecord Record);
