namespace DodoUpsell.Webhooks;

/// <summary>Represents the result of <see cref="IWebhookInboxStore.CompleteAndLeaseAsync"/>.</summary>
/// <param name="CompletedIds">The ids of the deliveries that were recorded as handled. The leases of the others belong
/// to other workers.</param>
/// <param name="Leased">The leased deliveries.</param>
public sealed record WebhookInboxTurn(IReadOnlyList<string> CompletedIds, IReadOnlyList<InboxDelivery> Leased);
