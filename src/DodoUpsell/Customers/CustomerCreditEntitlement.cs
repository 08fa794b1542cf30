namespace DodoUpsell;

/// <summary>
/// A customer's balance of one kind of credits (<c>GET /customers/{customer_id}/credit-entitlements</c>).
/// </summary>
public sealed record CustomerCreditEntitlement : ApiObject
{
    /// <summary>Gets the kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets what the credits are called.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what they are for.</summary>
    public string? Description { get; init; }

    /// <summary>Gets what one credit is, such as <c>API calls</c>.</summary>
    public string Unit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Credits left, as a decimal number in text.</summary>
    public string Balance
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Credits used beyond the balance, as a decimal number in text.</summary>
    public string Overage
    {
        get;
        init => field = value ?? "";
    } = "";
}
