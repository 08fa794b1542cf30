namespace DodoUpsell.Offers;

/// <summary>
/// Discloses a candidate: previews the very request that accepting sends, and writes what the customer must be shown.
/// </summary>
internal sealed class OfferDiscloser(OfferEngine engine)
{
    private readonly CartDiscloser _carts = new(engine);
    private readonly PlanChangeDiscloser _planChanges = new(engine);

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
    )
    {
        var options = engine.Catalogue.Options;
        var draft = Draft(offerId, candidate.ExpiresAt, OfferCulture.Choose(options.Cultures, candidate.Culture));
        return candidate.Sale switch
        {
            ResolvedSale.Cart cart => _carts.DiscloseAsync(
                new OfferCart
                {
                    CustomerId = candidate.CustomerId,
                    Items = cart.Items,
                    DiscountCodes = [.. candidate.Discounts.Select(discount => discount.Code)],
                    SubscriptionData = cart.SubscriptionData,
                    BillingAddress = cart.BillingAddress,
                    BillingCurrency = cart.BillingCurrency,
                },
                candidate.TextKey,
                draft,
                cancellationToken
            ),
            ResolvedSale.Change change => _planChanges.DiscloseAsync(
                change.Request,
                candidate.TextKey,
                draft,
                cancellationToken
            ),
            var other => throw new InvalidOperationException($"A sale of the kind {other.GetType().Name} is unknown."),
        };
    }

    /// <summary>Discloses an offer again whose terms do not hold any more. It sells the same in the same culture.</summary>
    public Task<(OfferTerms? Terms, OfferReason? WhyNot)> DiscloseAgainAsync(
        OfferRecord offer,
        OfferTerms terms,
        CancellationToken cancellationToken
    ) => DiscloseAgainAsync(offer, terms, OfferCulture.Of(terms.Disclosure.Culture), cancellationToken);

    /// <summary>Discloses an open offer again in another culture. It sells the same.</summary>
    public Task<(OfferTerms? Terms, OfferReason? WhyNot)> DiscloseAgainAsync(
        OfferRecord offer,
        OfferTerms terms,
        OfferCulture culture,
        CancellationToken cancellationToken
    )
    {
        var draft = Draft(offer.Id, offer.ExpiresAt, culture);
        return terms.Quote is { } quote
            ? _planChanges.DiscloseAsync(PlanChangeQuote.Parse(quote).Request, terms.TextKey, draft, cancellationToken)
            : _carts.DiscloseAsync(OfferCart.Of(offer, terms), terms.TextKey, draft, cancellationToken);
    }

    private DisclosureDraft Draft(string offerId, DateTimeOffset expiresAt, OfferCulture culture) =>
        new(offerId, expiresAt, culture, engine.Messages, engine.Catalogue.Options);
}
