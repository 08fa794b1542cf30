namespace DodoUpsell;

/// <summary>What a saved payment method is to be charged for.</summary>
public enum PaymentMethodPurpose
{
    /// <summary>Once, while the customer waits.</summary>
    OneTime,

    /// <summary>Now, and later while the customer is away.</summary>
    Recurring,
}
