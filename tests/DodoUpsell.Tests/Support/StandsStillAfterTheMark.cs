namespace DodoUpsell.Tests.Support;

/// <summary>A ledger whose process stands still once it has marked a charge as sent.</summary>
internal sealed class StandsStillAfterTheMark : LedgerDecorator
{
    public Action? StandStill { get; set; }

    public override async Task<bool> TryUpdateAsync(
        ChargeRecord changed,
        ChargeSettlement? settlement = null,
        CancellationToken cancellationToken = default
    )
    {
        var isUpdated = await Inner.TryUpdateAsync(changed, settlement, cancellationToken);
        if (isUpdated && changed is { State: ChargeState.Sending, Checks: 0 })
            StandStill?.Invoke();
        return isUpdated;
    }
}
