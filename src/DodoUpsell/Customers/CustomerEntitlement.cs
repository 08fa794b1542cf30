namespace DodoUpsell;

/// <summary>
/// Something that a customer is entitled to, in short (<c>GET /customers/{customer_id}/entitlements</c>).
/// </summary>
public sealed record CustomerEntitlement : ApiObject
{
    /// <summary>The grant, which <see cref="EntitlementGrant"/> shows in full.</summary>
    public required string GrantId { get; init; }

    /// <summary>The entitlement that was granted.</summary>
    public string EntitlementId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Its name.</summary>
    public string EntitlementName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Its description.</summary>
    public string? EntitlementDescription { get; init; }

    /// <summary>How it is delivered.</summary>
    public EntitlementIntegrationType IntegrationType { get; init; }

    /// <summary>How far the delivery has come.</summary>
    public CustomerEntitlementStatus Status { get; init; }

    /// <summary>When it was granted.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the grant last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
