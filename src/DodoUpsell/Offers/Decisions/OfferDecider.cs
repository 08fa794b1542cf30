using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>Answers what a subject is offered now, within the deadline.</summary>
internal sealed class OfferDecider(OfferEngine engine, OfferDiscloser discloser)
{
    public Task<OfferDecision> FindAfterPurchaseAsync(OfferPurchase purchase, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{engine} {discloser}");

    public Task<OfferDecision> FindAtAsync(
        SubjectIds subject,
        string placement,
        CultureInfo culture,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>Returns the downsell after a no to an offer, or none.</summary>
    public Task<OfferDecision> FindDownsellAsync(
        OfferRecord declined,
        CultureInfo culture,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    public Task<OfferExplanation> ExplainAsync(
        SubjectIds subject,
        string? paymentId,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();
}
