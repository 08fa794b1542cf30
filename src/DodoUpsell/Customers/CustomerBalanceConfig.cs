namespace DodoUpsell;

/// <summary>How a charge may use the customer's wallet.</summary>
public sealed record CustomerBalanceConfig : ApiObject
{
    /// <summary>Whether the wallet may settle the charge.</summary>
    public bool? AllowCustomerCreditsUsage { get; init; }

    /// <summary>Whether the charge may buy wallet credit.</summary>
    public bool? AllowCustomerCreditsPurchase { get; init; }
}
