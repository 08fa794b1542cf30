namespace DodoUpsell;

/// <summary>
/// Specifies how to create a customer portal session (<c>POST /customers/{customer_id}/customer-portal/session</c>).
/// </summary>
public sealed record CreatePortalSessionRequest
{
    /// <summary>Gets whether the link is also sent to the customer by e-mail. The default is false.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>Gets the target URL of the portal's back link. The default is the setting of your business.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Returns the name of the type only, because a URL may contain personal data.</summary>
    public override string ToString() => nameof(CreatePortalSessionRequest);

    internal void Validate() => Check.Url(ReturnUrl, nameof(ReturnUrl));
}
