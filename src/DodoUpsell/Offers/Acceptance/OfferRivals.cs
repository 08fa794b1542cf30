namespace DodoUpsell.Offers;

/// <summary>Finds other offers that sell to the same subject what an offer sells, and were accepted meanwhile.</summary>
/// <remarks>
/// A decision rules out what the subject owns, but two offers can be open at once, such as after two purchases. An
/// offer is moved to accepting before it looks for others, so of two accepts at the same moment at least one sees the
/// other. Both may then stop, which is better than selling twice.
/// </remarks>
internal sealed class OfferRivals(OfferEngine engine)
{
    /// <summary>
    /// Returns the offer that was accepted meanwhile, the paid one first, or null if there is none.
    /// </summary>
    public async Task<OfferRecord?> FindAsync(
        OfferRecord accepting,
        OfferTerms terms,
        CancellationToken cancellationToken
    )
    {
        var catalogue = engine.Catalogue;
        var isSoldAgain = catalogue.Find(accepting.RuleId)?.OfferAgain == true && !terms.IsRecurring;
        if (isSoldAgain || terms.Quote is not null)
            return null; // The quote of a plan change is compared with the plan that the subject has.
        var offers = await engine
            .Store.ListAsync(engine.Environment, accepting.SubjectId, cancellationToken)
            .ConfigureAwait(false);
        return offers
            .Where(other => !string.Equals(other.Id, accepting.Id, StringComparison.Ordinal))
            .Where(other =>
                other.State == OfferState.Accepting
                || (other.State == OfferState.Accepted && other.EndedAt >= accepting.MadeAt)
            )
            .Where(other => SellsTheSame(catalogue, OfferTerms.Parse(other.Terms), terms))
            .OrderByDescending(other => other.State == OfferState.Accepted)
            .FirstOrDefault();
    }

    private static bool SellsTheSame(OfferCatalogue catalogue, OfferTerms one, OfferTerms other) =>
        one.ProductIds.Any(id =>
            other.ProductIds.Contains(id, StringComparer.Ordinal)
            || (
                catalogue.FamilyOf(id) is { } family
                && other.ProductIds.Any(otherId => catalogue.FamilyOf(otherId)?.Name == family.Name)
            )
        );
}
