namespace DodoUpsell;

/// <summary>A meter of a subscription that is paid for with credits.</summary>
public sealed record SubscriptionMeterCreditEntitlement : ApiObject
{
    /// <summary>The kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>The meter's id.</summary>
    public string MeterId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What is metered.</summary>
    public string MeterName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The product that both belong to.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>How many metered units one credit pays for, as a decimal number in text.</summary>
    public string MeterUnitsPerCredit
    {
        get;
        init => field = value ?? "";
    } = "";
}
