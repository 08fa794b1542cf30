namespace DodoUpsell.Offers;

/// <summary>Settles the offer of a charge before the app's handlers hear of it.</summary>
internal sealed class OfferSettlementHandler(OfferSettler settler) : IChargeSettlementHandler
{
    public Task HandleAsync(
        ChargeSettlement settlement,
        SettlementContext context,
        CancellationToken cancellationToken = default
    ) =>
        settlement.Kind == ChargeSettlementKind.Outcome && OfferSettler.OfferIdOf(settlement.Charge.Key) is { } offerId
            ? settler.SettleAsync(offerId, cancellationToken)
            : Task.CompletedTask;
}
