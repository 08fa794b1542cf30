namespace DodoUpsell;

/// <summary>
/// How much of one kind of credits has been used. Balances are the customer's, across their subscriptions.
/// </summary>
public sealed record CreditEntitlementUsage : ApiObject
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

    /// <summary>Gets whether more may be used than there are.</summary>
    public bool OverageEnabled { get; init; }

    /// <summary>Gets how many more, as a decimal number in text; null for no limit.</summary>
    public string? OverageLimit { get; init; }

    /// <summary>Gets whether <see cref="OverageLimit"/> is reached, so that more is refused.</summary>
    public bool LimitReached { get; init; }

    /// <summary>
    /// Gets how many more may still be used, as a decimal number in text; null for no limit, and when no more may be
    /// used than there are.
    /// </summary>
    public string? RemainingHeadroom { get; init; }
}
