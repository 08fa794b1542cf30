namespace DodoUpsell;

/// <summary>Specifies how a charge may use the customer's wallet.</summary>
public sealed record CustomerBalanceConfig : ApiObject
{
    /// <summary>Gets whether the charge may be paid from the wallet.</summary>
    public bool? AllowCustomerCreditsUsage { get; init; }

    /// <summary>Gets whether the charge may buy wallet credit.</summary>
    public bool? AllowCustomerCreditsPurchase { get; init; }
}
