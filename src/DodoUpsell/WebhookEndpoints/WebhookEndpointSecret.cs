namespace DodoUpsell;

/// <summary>
/// Represents the secret with which deliveries to an endpoint are signed (<c>GET /webhooks/{webhook_id}/secret</c>).
/// </summary>
public sealed record WebhookEndpointSecret : ApiObject
{
    /// <summary>
    /// Gets the secret, which begins with <c>whsec_</c>. Never log it. After a rotation, the old secret is still used
    /// for signing for 24 hours.
    /// </summary>
    public required string Secret { get; init; }
}
