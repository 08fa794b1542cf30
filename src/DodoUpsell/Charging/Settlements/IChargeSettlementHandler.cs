namespace DodoUpsell;

/// <summary>
/// Handles settlements: final outcomes, refunds and lost disputes of charges. Register implementations with
/// <c>AddSettlementHandler</c>.
/// </summary>
/// <remarks>
/// A handler is called at least once for each settlement, whether the result came from the call itself, a webhook or
/// the reconciler. It is called again with the same <see cref="ChargeSettlement.Id"/> if it or another handler of the
/// settlement failed, or if the process ended too early. It is never called for two settlements of one charge key at
/// the same time.
/// </remarks>
public interface IChargeSettlementHandler
{
    /// <summary>Handles one settlement. If it throws, the settlement is delivered again later.</summary>
    /// <param name="settlement">The settlement, with the charge as it was at that time.</param>
    /// <param name="context">The current attempt.</param>
    /// <param name="cancellationToken">A token that is cancelled when the app stops or
    /// <see cref="Webhooks.WebhookInboxOptions.HandlerTimeout"/> has passed.</param>
    Task HandleAsync(
        ChargeSettlement settlement,
        SettlementContext context,
        CancellationToken cancellationToken = default
    );
}
