namespace DodoUpsell.Offers;

/// <summary>
/// Discloses a candidate: previews the very request that accepting sends, and writes what the customer must be shown.
/// </summary>
internal sealed class OfferDiscloser(OfferEngine engine)
{
    /// <summary>
    /// Returns the terms, or the reason why they could not be disclosed: <see cref="OfferReason.PriceUnknown"/> or
    /// <see cref="OfferReason.RefusedByApi"/>.
    /// </summary>
    /// <param name="candidate">What is offered to whom.</param>
    /// <param name="offerId">The id of the offer, which becomes the id of a plan change's quote.</param>
    /// <param name="cancellationToken">A token to cancel the reads.</param>
    /// <exception cref="DodoException">The API could not be read.</exception>
    public Task<(OfferTerms? Terms, OfferReason? WhyNot)> DiscloseAsync(
        OfferCandidate candidate,
        string offerId,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException(engine.ToString());
}
