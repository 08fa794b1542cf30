namespace DodoUpsell.Webhooks;

/// <summary>A customer's balance of credits fell below the threshold (<c>credit.balance_low</c>).</summary>
public sealed record CreditBalanceLow : ApiObject
{
    /// <summary>Gets whose balance it is.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the subscription that grants the credits.</summary>
    public string SubscriptionId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the kind of credits.</summary>
    public string CreditEntitlementId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what the credits are called.</summary>
    public string CreditEntitlementName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Credits left, as a decimal number in text.</summary>
    public string AvailableBalance
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Credits that the subscription grants each period, as a decimal number in text.</summary>
    public string SubscriptionCreditsAmount
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the threshold in percent of what the subscription grants, 0 to 100.</summary>
    public int ThresholdPercent { get; init; }

    /// <summary>Gets the threshold in credits, as a decimal number in text.</summary>
    public string ThresholdAmount
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";
}
