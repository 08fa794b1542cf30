namespace DodoUpsell;

/// <summary>
/// Something that a customer is entitled to, in short (<c>GET /customers/{customer_id}/entitlements</c>).
/// </summary>
public sealed record CustomerEntitlement : ApiObject
{
    /// <summary>Gets the grant, which <see cref="EntitlementGrant"/> shows in full.</summary>
    public required string GrantId { get; init; }

    /// <summary>Gets the entitlement that was granted.</summary>
    public string EntitlementId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets its name.</summary>
    public string EntitlementName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets its description.</summary>
    public string? EntitlementDescription { get; init; }

    /// <summary>Gets how it is delivered.</summary>
    public EntitlementIntegrationType IntegrationType { get; init; }

    /// <summary>Gets how far the delivery has come.</summary>
    public CustomerEntitlementStatus Status { get; init; }

    /// <summary>Gets when it was granted.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when the grant last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets when it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets when it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
