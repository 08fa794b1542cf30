namespace DodoUpsell;

/// <summary>
/// How to let a customer into their portal (<c>POST /customers/{customer_id}/customer-portal/session</c>).
/// </summary>
public sealed record CreatePortalSessionRequest
{
    /// <summary>Gets whether the link is also sent to the customer; it is not by default.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>Gets where the portal's way back leads; your business's setting by default.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>The name of the type; an address may hold personal data.</summary>
    public override string ToString() => nameof(CreatePortalSessionRequest);

    internal void Validate() => Check.Url(ReturnUrl, nameof(ReturnUrl));
}
