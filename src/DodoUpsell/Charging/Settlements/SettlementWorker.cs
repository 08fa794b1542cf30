using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Charging.Settlements;

/// <summary>Delivers settlements while the host runs.</summary>
internal sealed class SettlementWorker(ChargeSettlements settlements) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settlements.RunsInBackground)
            return;

        // Do not delay the start of the host.
        await Task.Yield();
        await settlements.RunAsync(stoppingToken).ConfigureAwait(false);
    }
}
