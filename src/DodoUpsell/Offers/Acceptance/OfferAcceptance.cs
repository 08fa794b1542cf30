using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>Accepts and declines offers. Accepting charges through the charge protocol with the offer's id as key.</summary>
internal sealed class OfferAcceptance(OfferEngine engine, OfferDiscloser discloser, OfferDecider decider)
{
    public Task<OfferOutcome> AcceptAsync(AcceptOfferRequest request, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{engine} {discloser} {decider}");

    public Task<OfferOutcome?> FindOutcomeAsync(
        SubjectIds subject,
        string offerId,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    public Task<OfferDecision?> DeclineAsync(
        SubjectIds subject,
        string offerId,
        CultureInfo culture,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();
}
