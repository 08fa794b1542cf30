using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Charging.Settlements;

/// <summary>Tells settlements while the host runs.</summary>
internal sealed class SettlementWorker(ChargeSettlements settlements) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settlements.RunsInBackground)
            return;

        // The host goes on starting meanwhile.
        await Task.Yield();
        await settlements.RunAsync(stoppingToken).ConfigureAwait(false);
    }
}
