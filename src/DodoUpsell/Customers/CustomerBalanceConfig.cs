namespace DodoUpsell;

/// <summary>How a charge may use the customer's wallet.</summary>
public sealed record CustomerBalanceConfig : ApiObject
{
    /// <summary>Gets whether the wallet may settle the charge.</summary>
    public bool? AllowCustomerCreditsUsage { get; init; }

    /// <summary>Gets whether the charge may buy wallet credit.</summary>
    public bool? AllowCustomerCreditsPurchase { get; init; }
}
