namespace DodoUpsell;

/// <summary>
/// Represents a customer's balance of one kind of credits (<c>GET /customers/{customer_id}/credit-entitlements</c>).
/// </summary>
public sealed record CustomerCreditEntitlement : ApiObject
{
    /// <summary>Gets the id of the credit entitlement, which defines the kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets the name of the credits.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the description of the credits.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the unit that one credit stands for, such as <c>API calls</c>.</summary>
    public string Unit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of remaining credits, as a decimal number in text.</summary>
    public string Balance
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of credits used beyond the balance, as a decimal number in text.</summary>
    public string Overage
    {
        get;
        init => field = value ?? "";
    } = "";
}
