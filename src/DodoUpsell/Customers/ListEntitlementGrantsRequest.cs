namespace DodoUpsell;

/// <summary>
/// Which of a customer's grants to list (<c>GET /customers/{customer_id}/entitlement-grants</c>); all of them by
/// default.
/// </summary>
public sealed record ListEntitlementGrantsRequest
{
    /// <summary>Only those in this state.</summary>
    public EntitlementGrantStatus? Status { get; init; }

    /// <summary>Only those delivered this way.</summary>
    public EntitlementIntegrationType? IntegrationType { get; init; }

    /// <summary>Gets how many to fetch per request, 1 to 100; 10 by default.</summary>
    public int? PageSize { get; init; }

    internal void Validate() => Check.PageSize(PageSize, nameof(PageSize));
}
