namespace DodoUpsell;

/// <summary>
/// Represents a session of the customer portal (<c>POST /customers/{customer_id}/customer-portal/session</c>).
/// </summary>
public sealed record CustomerPortalSession : ApiObject
{
    /// <summary>
    /// Gets the link to the portal. For 24 hours, it signs in anyone who opens it: give it to the customer only and
    /// never log it.
    /// </summary>
    public required string Link { get; init; }
}
