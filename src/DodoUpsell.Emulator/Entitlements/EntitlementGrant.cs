using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Customers;

namespace DodoUpsell.Emulator.Entitlements;

/// <summary>A customer's right to something that a product delivers, for example a file or a feature.</summary>
internal sealed record EntitlementGrant
{
    public required string Id { get; init; }

    public required Customer Customer { get; init; }

    public required string EntitlementId { get; init; }

    public required string EntitlementName { get; init; }

    public string? EntitlementDescription { get; init; }

    /// <summary>Gets the integration type, as <see cref="EntitlementInput"/> defines it.</summary>
    public required string IntegrationType { get; init; }

    /// <summary>
    /// Gets the status, capitalised as in the list of grants. The list of entitlements writes it in lower case.
    /// </summary>
    public required string Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public string? RevocationReason { get; init; }

    /// <summary>Gets the id at the service that delivers the grant.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the licence key, or null for other kinds of grants.</summary>
    public GrantedLicense? License { get; init; }

    public string? PaymentId { get; init; }

    public string? SubscriptionId { get; init; }

    public JsonObject Metadata { get; init; } = [];

    public DateTimeOffset UpdatedAt => RevokedAt ?? DeliveredAt ?? CreatedAt;
}
