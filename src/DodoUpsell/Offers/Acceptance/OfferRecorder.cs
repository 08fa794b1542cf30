using DodoUpsell.Diagnostics;

namespace DodoUpsell.Offers;

/// <summary>Changes offers by compare-and-set. Every change of a state goes through it.</summary>
internal sealed class OfferRecorder(OfferEngine engine)
{
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
        if (before.State != after.State)
            Log.OfferMoved(engine.Log, after.Id, after.RuleId, before.State, after.State);
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
}
