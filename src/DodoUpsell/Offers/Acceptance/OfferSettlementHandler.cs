using DodoUpsell.Charging.Settlements;

namespace DodoUpsell.Offers;

/// <summary>Settles the offer of a charge before the app's handlers hear of it.</summary>
/// <remarks>What offers need is created for a charge of an offer only, so that other charges do not depend on it.</remarks>
internal sealed class OfferSettlementHandler(Func<OfferSettler> createSettler) : ISystemSettlementHandler
{
    public Task HandleAsync(
        ChargeSettlement settlement,
        SettlementContext context,
        CancellationToken cancellationToken = default
    ) =>
        settlement.Kind == ChargeSettlementKind.Outcome && OfferSettler.OfferIdOf(settlement.Charge.Key) is { } offerId
            ? createSettler().SettleAsync(offerId, cancellationToken)
            : Task.CompletedTask;
}
