using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Charging;

/// <summary>
/// Runs the reconciler now and then for as long as the app lives. It holds nothing up at the start, and no failure ends
/// it.
/// </summary>
internal sealed class ReconcileWorker(ChargeReconciler reconciler, ChargeEngine engine) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(engine.Options().ReconcileInterval, engine.Clock, stoppingToken).ConfigureAwait(false);
                await reconciler.RunAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // A store that is down now is asked again: charges must not stay open because of one bad minute.
                Log.ReconcilerFailed(engine.Log, e.GetType().Name);
            }
        }
    }
}
