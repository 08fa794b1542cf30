namespace DodoUpsell;

/// <summary>New settings for credits that come with a subscription. What is left out stays as it is.</summary>
public sealed record UpdateCreditEntitlement : ApiObject
{
    /// <summary>Gets the kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets how many each period grants, as a decimal number in text.</summary>
    public string? CreditsAmount { get; init; }

    /// <summary>Gets whether more may be used than there are.</summary>
    public bool? OverageEnabled { get; init; }

    /// <summary>Gets how many more, as a decimal number in text.</summary>
    public string? OverageLimit { get; init; }

    /// <summary>At what percentage left you are told that they run low.</summary>
    public int? LowBalanceThresholdPercent { get; init; }

    /// <summary>Days until granted credits expire.</summary>
    public int? ExpiresAfterDays { get; init; }

    /// <summary>Gets whether unused credits are carried into the next period.</summary>
    public bool? RolloverEnabled { get; init; }

    /// <summary>Gets what percentage of them.</summary>
    public int? RolloverPercentage { get; init; }

    /// <summary>For how many <see cref="RolloverTimeframeInterval"/>s.</summary>
    public int? RolloverTimeframeCount { get; init; }

    /// <summary>Gets the unit of <see cref="RolloverTimeframeCount"/>.</summary>
    public TimeInterval? RolloverTimeframeInterval { get; init; }

    /// <summary>Gets how often the same credits may be carried over.</summary>
    public int? MaxRolloverCount { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlank(CreditEntitlementId, nameof(CreditEntitlementId), name);
        Check.DecimalText(CreditsAmount, nameof(CreditsAmount), name);
        Check.DecimalText(OverageLimit, nameof(OverageLimit), name);
        Check.AtLeast(LowBalanceThresholdPercent, 0, nameof(LowBalanceThresholdPercent), name);
        Check.AtLeast(ExpiresAfterDays, 0, nameof(ExpiresAfterDays), name);
        Check.AtLeast(RolloverPercentage, 0, nameof(RolloverPercentage), name);
        Check.AtLeast(RolloverTimeframeCount, 0, nameof(RolloverTimeframeCount), name);
        Check.AtLeast(MaxRolloverCount, 0, nameof(MaxRolloverCount), name);
    }
}
