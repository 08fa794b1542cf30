namespace DodoUpsell;

/// <summary>Represents a meter of a subscription that is paid for with credits.</summary>
public sealed record SubscriptionMeterCreditEntitlement : ApiObject
{
    /// <summary>Gets the id of the credit entitlement, which defines the kind of credits.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets the meter's id.</summary>
    public string MeterId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the name of the meter.</summary>
    public string MeterName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of the product to which the meter and the credits belong.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of metered units that one credit pays for, as a decimal number in text.</summary>
    public string MeterUnitsPerCredit
    {
        get;
        init => field = value ?? "";
    } = "";
}
