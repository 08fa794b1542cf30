using DodoUpsell.Diagnostics;
using DodoUpsell.Offers.Breaking;

namespace DodoUpsell.Offers;

/// <summary>
/// Adds offers and changes them by compare-and-set. Every offer and every change of a state goes through it, so that all
/// of them are counted and told to the observers, and a rule whose offers fail too often pauses itself.
/// </summary>
internal sealed class OfferRecorder(OfferEngine engine)
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

    /// <summary>Replaces a record by its next version, with a receipt if there is one.</summary>
    /// <returns>True if the record was replaced; false if another caller changed it first.</returns>
    public async Task<bool> TryChangeAsync(
        OfferRecord before,
        OfferRecord after,
        ConsentReceiptContent? receipt,
        CancellationToken cancellationToken
    )
    {
        if (!await engine.Store.TryUpdateAsync(after, receipt, cancellationToken).ConfigureAwait(false))
            return false;
        if (before.State == after.State)
            return true;
        Log.OfferMoved(engine.Log, after.Id, after.RuleId, before.State, after.State);
        Tell(after, before.State);
        if (after.State == OfferState.Failed)
            await _breaker.CheckAsync(after.RuleId, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Changes an offer, starting from its current version. If <paramref name="change"/> returns null, it is unchanged.
    /// </summary>
    /// <returns>The record as it is stored now, or null if there is none any more.</returns>
    public async Task<OfferRecord?> ChangeAsync(
        OfferRecord offer,
        Func<OfferRecord, OfferRecord?> change,
        CancellationToken cancellationToken
    )
    {
        var current = offer;
        while (true)
        {
            if (change(current) is not { } changed)
                return current;
            if (await TryChangeAsync(current, changed, receipt: null, cancellationToken).ConfigureAwait(false))
                return changed;
            if (
                await engine.Store.FindAsync(offer.Environment, offer.Id, cancellationToken).ConfigureAwait(false)
                is not { } stored
            )
                return null;
            current = stored;
        }
    }

    private void Tell(OfferRecord offer, OfferState? before)
    {
        var now = engine.Clock.GetUtcNow();
        OfferMetrics.Changed(offer);
        engine.Changes.Add(
            new OfferChange
            {
                Offer = OfferView.Of(offer, now),
                SubjectId = offer.SubjectId,
                From = before,
                Failure = offer.Failure,
                Charged = offer.Charged,
                At = now,
            }
        );
    }
}
