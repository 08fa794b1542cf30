namespace DodoUpsell.Charging;

/// <summary>What a saved payment method is to be charged for.</summary>
internal enum PaymentMethodPurpose
{
    /// <summary>Once, while the customer waits.</summary>
    OneTime,

    /// <summary>Now, and later while the customer is away.</summary>
    Recurring,
}
