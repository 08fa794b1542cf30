namespace DodoUpsell;

/// <summary>Credits that come with a previewed product.</summary>
public sealed record CheckoutCreditEntitlement : ApiObject
{
    /// <summary>Gets the kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets what they are called.</summary>
    public string CreditEntitlementName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what one credit is, such as <c>API calls</c>.</summary>
    public string CreditEntitlementUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets how many, as a decimal number in text.</summary>
    public string CreditsAmount
    {
        get;
        init => field = value ?? "";
    } = "";
}
