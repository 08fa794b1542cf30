namespace DodoUpsell;

/// <summary>Credits that come with a subscription, and how they behave.</summary>
public sealed record SubscriptionCreditEntitlement : ApiObject
{
    /// <summary>Gets the kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets what they are called.</summary>
    public string CreditEntitlementName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the product that grants them.</summary>
    public string ProductId
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

    /// <summary>Gets how many each period grants, as a decimal number in text.</summary>
    public string CreditsAmount
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Credits left, as a decimal number in text.</summary>
    public string RemainingBalance
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Credits used beyond the balance, as a decimal number in text.</summary>
    public string OverageBalance
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets whether more may be used than there are.</summary>
    public bool OverageEnabled { get; init; }

    /// <summary>Gets how many more, as a decimal number in text; null for no limit.</summary>
    public string? OverageLimit { get; init; }

    /// <summary>Gets what becomes of the excess at the period's end.</summary>
    public OverageBehavior OverageBehavior { get; init; }

    /// <summary>At what percentage left you are told that they run low.</summary>
    public int? LowBalanceThresholdPercent { get; init; }

    /// <summary>Days until granted credits expire; null for never.</summary>
    public int? ExpiresAfterDays { get; init; }

    /// <summary>Gets whether unused credits are carried into the next period.</summary>
    public bool RolloverEnabled { get; init; }

    /// <summary>Gets what percentage of them.</summary>
    public int? RolloverPercentage { get; init; }

    /// <summary>For how many <see cref="RolloverTimeframeInterval"/>s.</summary>
    public int? RolloverTimeframeCount { get; init; }

    /// <summary>Gets the unit of <see cref="RolloverTimeframeCount"/>.</summary>
    public TimeInterval? RolloverTimeframeInterval { get; init; }

    /// <summary>Gets how often the same credits may be carried over.</summary>
    public int? MaxRolloverCount { get; init; }
}
