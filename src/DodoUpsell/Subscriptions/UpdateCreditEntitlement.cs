namespace DodoUpsell;

/// <summary>
/// Specifies new settings of credits that come with a subscription. Properties that are null are unchanged.
/// </summary>
public sealed record UpdateCreditEntitlement : ApiObject
{
    /// <summary>Gets the id of the credit entitlement, which defines the kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets the number of credits that each period grants, as a decimal number in text.</summary>
    public string? CreditsAmount { get; init; }

    /// <summary>Gets whether more credits may be used than the balance contains.</summary>
    public bool? OverageEnabled { get; init; }

    /// <summary>
    /// Gets the maximum number of credits that may be used beyond the balance, as a decimal number in text.
    /// </summary>
    public string? OverageLimit { get; init; }

    /// <summary>Gets the percentage of remaining credits at which you are notified of a low balance.</summary>
    public int? LowBalanceThresholdPercent { get; init; }

    /// <summary>Gets the number of days after which granted credits expire.</summary>
    public int? ExpiresAfterDays { get; init; }

    /// <summary>Gets whether unused credits are carried into the next period.</summary>
    public bool? RolloverEnabled { get; init; }

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
