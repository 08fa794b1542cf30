namespace DodoUpsell;

/// <summary>A ledger for one process, gone with it: for tests, tools and trying things out. In production use a durable one.</summary>
public sealed class InMemoryChargeLedger : IChargeLedger
{
    private readonly object _gate = new();
    private readonly Dictionary<ChargeKey, ChargeRecord> _records = [];

    /// <inheritdoc/>
    public Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_records.TryGetValue(claim.Key, out var kept)) return Task.FromResult(new ChargeClaim(false, kept));
            _records.Add(claim.Key, claim);
            return Task.FromResult(new ChargeClaim(true, claim));
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryUpdateAsync(ChargeRecord changed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_records.TryGetValue(changed.Key, out var kept) || kept.Version != changed.Version - 1) return Task.FromResult(false);
            _records[changed.Key] = changed;
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<ChargeRecord?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate) return Task.FromResult(_records.GetValueOrDefault(key));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChargeRecord>> TakeDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var due = _records.Values.Where(record => record.NextCheckAt <= now).OrderBy(record => record.NextCheckAt).Take(most).Select(record => record with { NextCheckAt = until }).ToList();
            foreach (var taken in due) _records[taken.Key] = taken;
            return Task.FromResult<IReadOnlyList<ChargeRecord>>(due);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChargeRecord>> ListAsync(ChargeState state, int most = 100, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate) return Task.FromResult<IReadOnlyList<ChargeRecord>>(_records.Values.Where(record => record.State == state).OrderBy(record => record.ClaimedAt).Take(most).ToList());
    }

    /// <inheritdoc/>
    public Task<int> PruneAsync(DateTimeOffset settledBefore, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var old = _records.Values.Where(record => !record.State.IsOpen() && record.SettledAt < settledBefore).Select(record => record.Key).ToList();
            foreach (var key in old) _records.Remove(key);
            return Task.FromResult(old.Count);
        }
    }
}
