namespace DodoUpsell;

/// <summary>Something that a buyer of a product is entitled to.</summary>
public sealed record ProductEntitlement : ApiObject
{
    /// <summary>Gets the entitlement's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets its description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets how it is delivered.</summary>
    public EntitlementIntegrationType IntegrationType { get; init; }

    /// <summary>Gets the details of its delivery.</summary>
    public IntegrationConfig? IntegrationConfig { get; init; }
}
