namespace DodoUpsell;

/// <summary>Represents the credits that come with a previewed product.</summary>
public sealed record CheckoutCreditEntitlement : ApiObject
{
    /// <summary>Gets the id of the credit entitlement, which defines the kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets the name of the credits.</summary>
    public string CreditEntitlementName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the unit that one credit stands for, such as <c>API calls</c>.</summary>
    public string CreditEntitlementUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of credits, as a decimal number in text.</summary>
    public string CreditsAmount
    {
        get;
        init => field = value ?? "";
    } = "";
}
