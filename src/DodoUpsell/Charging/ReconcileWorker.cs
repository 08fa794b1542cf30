using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Charging;

/// <summary>
/// Runs the reconciler and other work of the SDK periodically while the app runs. It does not delay the start of the host,
/// and a failure does not stop it.
/// </summary>
internal sealed class ReconcileWorker(
    ChargeReconciler reconciler,
    ChargeEngine engine,
    Func<IReadOnlyList<ISystemWork>>? createWork = null
) : BackgroundService
{
    private IReadOnlyList<ISystemWork>? _work;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(engine.Options().ReconcileInterval, engine.Clock, stoppingToken).ConfigureAwait(false);
                await reconciler.RunAsync(stoppingToken).ConfigureAwait(false);

                // Created late, so that it does not delay the start of the app.
                _work ??= createWork?.Invoke() ?? [];
                foreach (var work in _work)
                    await work.RunAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // A store that is unavailable is tried again, so that a short outage does not leave charges open.
                Log.ReconcilerFailed(engine.Log, e.GetType().Name);
            }
        }
    }
}
