using DodoUpsell.Diagnostics;
using DodoUpsell.Offers.Breaking;

namespace DodoUpsell.Offers.Observing;

/// <summary>
/// Writes offers. Every offer and every change of one goes through it, whoever makes it, so that all of them are counted
/// and told to the observers, and a rule whose offers fail too often pauses itself.
/// </summary>
internal sealed class OfferRecorder(OfferEngine engine, OfferChanges changes)
{
    private readonly RuleBreaker _breaker = new(engine);

    /// <summary>Adds an offer, unless its slot is filled. Returns the one that fills it.</summary>
    public async Task<OfferRecord> AddAsync(OfferRecord offer, CancellationToken cancellationToken)
    {
        var stored = await engine.Store.AddAsync(offer, cancellationToken).ConfigureAwait(false);
        if (string.Equals(stored.Id, offer.Id, StringComparison.Ordinal))
            Tell(stored, before: null);
        return stored;
    }

    /// <summary>Replaces an offer by its next version, unless another caller changed it first.</summary>
    public async Task<bool> TryChangeAsync(
        OfferRecord before,
        OfferRecord after,
        ConsentReceiptContent? receipt,
        CancellationToken cancellationToken
    )
    {
        var next = after with { Version = before.Version + 1 };
        if (!await engine.Store.TryUpdateAsync(next, receipt, cancellationToken).ConfigureAwait(false))
            return false;
        if (before.State == next.State)
            return true;
        Tell(next, before.State);
        if (next.State == OfferState.Failed)
            await _breaker.CheckAsync(next.RuleId, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private void Tell(OfferRecord record, OfferState? before)
    {
        var now = engine.Clock.GetUtcNow();
        OfferMetrics.Changed(record);
        changes.Add(
            new OfferChange
            {
                Offer = OfferView.Of(record, now),
                SubjectId = record.SubjectId,
                From = before,
                Failure = record.Failure,
                Charged = record.Charged,
                At = now,
            }
        );
    }
}
