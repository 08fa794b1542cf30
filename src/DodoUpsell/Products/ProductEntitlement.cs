namespace DodoUpsell;

/// <summary>Represents an entitlement that comes with a product.</summary>
public sealed record ProductEntitlement : ApiObject
{
    /// <summary>Gets the entitlement's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the entitlement.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the description of the entitlement.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the service through which the entitlement is delivered.</summary>
    public EntitlementIntegrationType IntegrationType { get; init; }

    /// <summary>Gets the delivery settings of the entitlement.</summary>
    public IntegrationConfig? IntegrationConfig { get; init; }
}
