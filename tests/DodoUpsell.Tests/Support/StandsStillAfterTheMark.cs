namespace DodoUpsell.Tests.Support;

/// <summary>A ledger whose process stands still once it has marked a charge as sent.</summary>
internal sealed class StandsStillAfterTheMark : IChargeLedger
{
    private readonly InMemoryChargeLedger _inner = new();

    public Action? StandStill { get; set; }

    public async Task<bool> TryUpdateAsync(ChargeRecord changed, CancellationToken cancellationToken = default)
    {
        var isUpdated = await _inner.TryUpdateAsync(changed, cancellationToken);
        if (isUpdated && changed is { State: ChargeState.Sending, Checks: 0 }) StandStill?.Invoke();
        return isUpdated;
    }

    public Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default) => _inner.ClaimAsync(claim, cancellationToken);

    public Task<ChargeRecord?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default) => _inner.FindAsync(key, cancellationToken);

    public Task<IReadOnlyList<ChargeRecord>> TakeDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellationToken = default) => _inner.TakeDueAsync(now, until, most, cancellationToken);

    public Task<IReadOnlyList<ChargeRecord>> ListAsync(ChargeState state, int most = 100, CancellationToken cancellationToken = default) => _inner.ListAsync(state, most, cancellationToken);

    public Task<int> PruneAsync(DateTimeOffset settledBefore, CancellationToken cancellationToken = default) => _inner.PruneAsync(settledBefore, cancellationToken);
}
