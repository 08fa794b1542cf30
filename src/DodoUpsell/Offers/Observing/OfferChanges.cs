using System.Threading.Channels;
using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Offers.Observing;

/// <summary>
/// Tells the observers of changes, one after the other and in the background, so that a slow or failing observer does
/// not delay an offer.
/// </summary>
internal sealed class OfferChanges(IReadOnlyList<IOfferObserver> observers, ILogger log)
{
    // While observers are slower than offers for a long time, the oldest changes are dropped instead of using up the
    // memory.
    private const int MostWaiting = 10_000;

    private readonly Channel<OfferChange> _waiting = Channel.CreateBounded<OfferChange>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest }
    );

    private int _isRunning;

    public IReadOnlyList<IOfferObserver> Observers => observers;

    public void Add(OfferChange change)
    {
        if (observers.Count == 0)
            return;
        _waiting.Writer.TryWrite(change);
        StartUnlessRunning();
    }

    private void StartUnlessRunning()
    {
        if (Interlocked.Exchange(ref _isRunning, 1) == 0)
            _ = Task.Run(TellAsync);
    }

    private async Task TellAsync()
    {
        while (_waiting.Reader.TryRead(out var change))
        {
            foreach (var observer in observers)
                await TellAsync(observer, change).ConfigureAwait(false);
        }

        Volatile.Write(ref _isRunning, 0);

        // A change may have been added after the last read, by a caller who saw that this was still running.
        if (_waiting.Reader.TryPeek(out _))
            StartUnlessRunning();
    }

    private async Task TellAsync(IOfferObserver observer, OfferChange change)
    {
        try
        {
            await observer.OnChangedAsync(change, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Log.OfferObserverFailed(log, observer.GetType().Name, e.GetType().Name);
        }
    }
}
