namespace DodoUpsell;

/// <summary>A meter of a subscription that is paid for with credits.</summary>
public sealed record SubscriptionMeterCreditEntitlement : ApiObject
{
    /// <summary>Gets the kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets the meter's id.</summary>
    public string MeterId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what is metered.</summary>
    public string MeterName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the product that both belong to.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets how many metered units one credit pays for, as a decimal number in text.</summary>
    public string MeterUnitsPerCredit
    {
        get;
        init => field = value ?? "";
    } = "";
}
