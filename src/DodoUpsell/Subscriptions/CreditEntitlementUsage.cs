namespace DodoUpsell;

/// <summary>
/// Represents the usage of one kind of credits. Balances belong to the customer, across all of their subscriptions.
/// </summary>
public sealed record CreditEntitlementUsage : ApiObject
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

    /// <summary>Gets whether more credits may be used than the balance contains.</summary>
    public bool OverageEnabled { get; init; }

    /// <summary>
    /// Gets the maximum number of credits that may be used beyond the balance, as a decimal number in text, or null for
    /// no limit.
    /// </summary>
    public string? OverageLimit { get; init; }

    /// <summary>Gets whether <see cref="OverageLimit"/> is reached, so that further usage is refused.</summary>
    public bool LimitReached { get; init; }

    /// <summary>
    /// Gets the number of credits that may still be used, as a decimal number in text, or null if there is no limit or
    /// overage is not allowed.
    /// </summary>
    public string? RemainingHeadroom { get; init; }
}
