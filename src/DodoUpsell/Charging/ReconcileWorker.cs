using DodoUpsell.Diagnostics;
using DodoUpsell.Offers;
using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Charging;

/// <summary>
/// Runs the reconciler, and what offers need, periodically while the app runs. It does not delay the start of the host, and a failure does not
/// stop it.
/// </summary>
internal sealed class ReconcileWorker(
    ChargeReconciler reconciler,
    ChargeEngine engine,
    Func<OfferWorker>? createOffers = null
) : BackgroundService
{
    private OfferWorker? _offers;

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
                _offers ??= createOffers?.Invoke();
                if (_offers is not null)
                    await _offers.RunAsync(stoppingToken).ConfigureAwait(false);
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
