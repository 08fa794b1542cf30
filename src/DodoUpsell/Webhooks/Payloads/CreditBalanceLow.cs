namespace DodoUpsell.Webhooks;

/// <summary>Represents a customer's credit balance that fell below its threshold (<c>credit.balance_low</c>).</summary>
public sealed record CreditBalanceLow : ApiObject
{
    /// <summary>Gets the id of the customer who owns the balance.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the id of the subscription that grants the credits.</summary>
    public string SubscriptionId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of the credit entitlement, which is the kind of credits.</summary>
    public string CreditEntitlementId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the name of the credit entitlement.</summary>
    public string CreditEntitlementName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the remaining credits, as a decimal number in text form.</summary>
    public string AvailableBalance
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets the credits that the subscription grants in each period, as a decimal number in text form.
    /// </summary>
    public string SubscriptionCreditsAmount
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets the threshold as a percentage of the credits that the subscription grants, from 0 to 100.
    /// </summary>
    public int ThresholdPercent { get; init; }

    /// <summary>Gets the threshold in credits, as a decimal number in text form.</summary>
    public string ThresholdAmount
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of the brand.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
