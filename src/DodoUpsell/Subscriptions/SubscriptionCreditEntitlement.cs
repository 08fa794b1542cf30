namespace DodoUpsell;

/// <summary>Represents the credits that come with a subscription, and their settings.</summary>
public sealed record SubscriptionCreditEntitlement : ApiObject
{
    /// <summary>Gets the id of the credit entitlement, which defines the kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets the name of the credits.</summary>
    public string CreditEntitlementName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of the product that grants the credits.</summary>
    public string ProductId
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

    /// <summary>Gets the number of credits that each period grants, as a decimal number in text.</summary>
    public string CreditsAmount
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of remaining credits, as a decimal number in text.</summary>
    public string RemainingBalance
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of credits used beyond the balance, as a decimal number in text.</summary>
    public string OverageBalance
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

    /// <summary>Gets what happens at the end of the period to credits used beyond the balance.</summary>
    public OverageBehavior OverageBehavior { get; init; }

    /// <summary>Gets the percentage of remaining credits at which you are notified of a low balance.</summary>
    public int? LowBalanceThresholdPercent { get; init; }

    /// <summary>Gets the number of days after which granted credits expire, or null if they never expire.</summary>
    public int? ExpiresAfterDays { get; init; }

    /// <summary>Gets whether unused credits are carried into the next period.</summary>
    public bool RolloverEnabled { get; init; }

    /// <summary>Gets the percentage of unused credits that is carried into the next period.</summary>
    public int? RolloverPercentage { get; init; }

    /// <summary>
    /// Gets the duration for which unused credits are carried over, in units of
    /// <see cref="RolloverTimeframeInterval"/>.
    /// </summary>
    public int? RolloverTimeframeCount { get; init; }

    /// <summary>Gets the unit of <see cref="RolloverTimeframeCount"/>.</summary>
    public TimeInterval? RolloverTimeframeInterval { get; init; }

    /// <summary>Gets the maximum number of times that the same credits may be carried over.</summary>
    public int? MaxRolloverCount { get; init; }
}
