using DodoUpsell.Charging;
using DodoUpsell.Diagnostics;

namespace DodoUpsell.Offers;

/// <summary>
/// Expires and settles overdue offers, and removes old ones once an hour. It has no thread of its own: the reconciler's
/// worker calls it.
/// </summary>
internal sealed class OfferWorker(OfferEngine engine) : ISystemWork
{
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    private readonly OfferSettler _settler = new(engine);
    private long? _pruned;

    /// <summary>Does what is due. A failure is logged and tried again at the next call.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            // An app without rules makes no offers and is spared the reads.
            if (engine.Catalogue.Rules.Count == 0)
                return;
            await _settler.SweepAsync(cancellationToken).ConfigureAwait(false);
            await PruneAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.OfferSweepFailed(engine.Log, e.GetType().Name);
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        // With a clock that is far ahead, every offer would seem old.
        if (!engine.Charges.IsClockTrusted)
            return;
        if (_pruned is { } pruned && engine.Clock.GetElapsedTime(pruned) < PruneInterval)
            return;
        var before = engine.Clock.GetUtcNow() - engine.Catalogue.Options.Retention;
        await engine.Store.PruneAsync(engine.Environment, before, cancellationToken).ConfigureAwait(false);
        _pruned = engine.Clock.GetTimestamp();
    }
}
