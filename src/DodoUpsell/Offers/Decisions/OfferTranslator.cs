using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>
/// Discloses an open offer in the culture of whoever asks for it now. The webhook of a purchase opens an offer before
/// its customer looks at it, so its first culture may be another one.
/// </summary>
internal sealed class OfferTranslator(OfferEngine engine, OfferDiscloser discloser)
{
    private readonly OfferRecorder _recorder = new(engine);

    /// <summary>
    /// Returns the offer as it is stored now: in the culture, or unchanged if it is not open, or cannot be disclosed
    /// again. Both can be accepted, each with the id of its own disclosure while that is the current one.
    /// </summary>
    public async Task<OfferRecord> InAsync(OfferRecord stored, CultureInfo culture, CancellationToken cancellationToken)
    {
        // The invariant culture stands for nobody who looks.
        if (stored.State != OfferState.Open || stored.ExpiresAt <= engine.Clock.GetUtcNow() || culture.Name.Length == 0)
            return stored;
        var terms = OfferTerms.Parse(stored.Terms);
        var chosen = OfferCulture.Choose(engine.Catalogue.Options.Cultures, culture);
        if (string.Equals(chosen.Name, terms.Disclosure.Culture, StringComparison.OrdinalIgnoreCase))
            return stored;
        if (await DiscloseAsync(stored, terms, chosen, cancellationToken).ConfigureAwait(false) is not { } translated)
            return stored;
        var changed = stored with
        {
            Terms = translated.ToJson(),
            Shown = translated.Disclosure.DueNow,
            Version = stored.Version + 1,
        };
        if (await _recorder.TryChangeAsync(stored, changed, receipt: null, cancellationToken).ConfigureAwait(false))
            return changed;
        return await engine.Store.FindAsync(stored.Environment, stored.Id, cancellationToken).ConfigureAwait(false)
            ?? stored;
    }

    // An offer in another language is better than none because of a call that failed.
    private async Task<OfferTerms?> DiscloseAsync(
        OfferRecord stored,
        OfferTerms terms,
        OfferCulture culture,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (
                await discloser.DiscloseAgainAsync(stored, terms, culture, cancellationToken).ConfigureAwait(false)
            ).Terms;
        }
        catch (DodoException)
        {
            return null;
        }
    }
}
