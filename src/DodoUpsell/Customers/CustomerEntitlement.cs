namespace DodoUpsell;

/// <summary>
/// Represents an entitlement of a customer in short form (<c>GET /customers/{customer_id}/entitlements</c>).
/// </summary>
public sealed record CustomerEntitlement : ApiObject
{
    /// <summary>Gets the id of the grant. <see cref="EntitlementGrant"/> contains the full grant.</summary>
    public required string GrantId { get; init; }

    /// <summary>Gets the id of the granted entitlement.</summary>
    public string EntitlementId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the name of the entitlement.</summary>
    public string EntitlementName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the description of the entitlement.</summary>
    public string? EntitlementDescription { get; init; }

    /// <summary>Gets the service through which the entitlement is delivered.</summary>
    public EntitlementIntegrationType IntegrationType { get; init; }

    /// <summary>Gets the status of the delivery.</summary>
    public CustomerEntitlementStatus Status { get; init; }

    /// <summary>Gets the time at which the entitlement was granted.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the time at which the grant was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets the time at which the entitlement was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets the time at which the entitlement was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
