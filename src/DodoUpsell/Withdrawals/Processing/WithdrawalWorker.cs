using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Withdrawals;

/// <summary>Processes withdrawals while the host runs: at once after a confirmation, and periodically.</summary>
internal sealed class WithdrawalWorker(Func<WithdrawalEngine> create) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Do not delay the start of the host.
        await Task.Yield();
        var engine = create();
        var processor = new WithdrawalProcessor(engine);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Read before the store, so that no signal is missed.
                var signal = engine.Signal.Next;
                await processor.RunAsync(stoppingToken).ConfigureAwait(false);
                await WaitAsync(engine, signal, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.WithdrawalStoreFailed(engine.Log, e.GetType().Name);
                await PauseAsync(engine, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task WaitAsync(WithdrawalEngine engine, Task signal, CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(signal, Task.Delay(engine.Charges.Options().ReconcileInterval, engine.Clock, either.Token))
            .ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        stoppingToken.ThrowIfCancellationRequested();
    }

    private static async Task PauseAsync(WithdrawalEngine engine, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(engine.Charges.Options().ReconcileInterval, engine.Clock, stoppingToken)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
