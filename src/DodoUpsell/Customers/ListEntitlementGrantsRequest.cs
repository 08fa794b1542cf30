namespace DodoUpsell;

/// <summary>
/// Specifies the grants of a customer to list (<c>GET /customers/{customer_id}/entitlement-grants</c>). By default, all
/// grants are listed.
/// </summary>
public sealed record ListEntitlementGrantsRequest
{
    /// <summary>Gets the status to filter by.</summary>
    public EntitlementGrantStatus? Status { get; init; }

    /// <summary>Gets the delivering service to filter by.</summary>
    public EntitlementIntegrationType? IntegrationType { get; init; }

    /// <summary>Gets the number of items to fetch per request. Must be between 1 and 100. The default is 10.</summary>
    public int? PageSize { get; init; }

    internal void Validate() => Check.PageSize(PageSize, nameof(PageSize));
}
