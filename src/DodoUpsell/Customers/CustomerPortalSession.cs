namespace DodoUpsell;

/// <summary>
/// A customer's way into their portal (<c>POST /customers/{customer_id}/customer-portal/session</c>).
/// </summary>
public sealed record CustomerPortalSession : ApiObject
{
    /// <summary>Signs in whoever opens it, for 24 hours: give it to the customer only and never log it.</summary>
    public required string Link { get; init; }
}
