namespace DodoUpsell;

/// <summary>
/// Handles settlements: final outcomes, refunds and lost disputes of charges. Register it with
/// <c>AddSettlementHandler</c>.
/// </summary>
/// <remarks>
/// It is called at least once for each settlement, whoever noticed it: the click, a webhook or the reconciler. It is
/// called again with the same <see cref="ChargeSettlement.Id"/> if it, or another handler of the same settlement,
/// failed, or if the process ended too early. It is never called for two settlements of one charge key at the same
/// time.
/// </remarks>
public interface IChargeSettlementHandler
{
    /// <summary>Handles one settlement. An exception means that it is tried again later.</summary>
    /// <param name="settlement">What happened, with the charge as it was then.</param>
    /// <param name="context">The attempt.</param>
    /// <param name="cancellationToken">Cancelled when the app stops or
    /// <see cref="Webhooks.WebhookInboxOptions.HandlerTimeout"/> has passed.</param>
    Task HandleAsync(
        ChargeSettlement settlement,
        SettlementContext context,
        CancellationToken cancellationToken = default
    );
}
