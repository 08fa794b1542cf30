namespace DodoUpsell;

/// <summary>Credits that come with a previewed product.</summary>
public sealed record CheckoutCreditEntitlement : ApiObject
{
    /// <summary>The kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>What they are called.</summary>
    public string CreditEntitlementName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What one credit is, such as <c>API calls</c>.</summary>
    public string CreditEntitlementUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>How many, as a decimal number in text.</summary>
    public string CreditsAmount
    {
        get;
        init => field = value ?? "";
    } = "";
}
