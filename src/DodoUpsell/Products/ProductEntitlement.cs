namespace DodoUpsell;

/// <summary>Something that a buyer of a product is entitled to.</summary>
public sealed record ProductEntitlement : ApiObject
{
    /// <summary>The entitlement's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Its description.</summary>
    public string? Description { get; init; }

    /// <summary>How it is delivered.</summary>
    public EntitlementIntegrationType IntegrationType { get; init; }

    /// <summary>The details of its delivery.</summary>
    public IntegrationConfig? IntegrationConfig { get; init; }
}
