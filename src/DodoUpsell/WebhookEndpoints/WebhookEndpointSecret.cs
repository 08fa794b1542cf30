namespace DodoUpsell;

/// <summary>What the deliveries to an endpoint are signed with (<c>GET /webhooks/{webhook_id}/secret</c>).</summary>
public sealed record WebhookEndpointSecret : ApiObject
{
    /// <summary>
    /// Gets the secret, beginning with <c>whsec_</c>. Never log it. After a rotation the old one still signs for 24
    /// hours.
    /// </summary>
    public required string Secret { get; init; }
}
