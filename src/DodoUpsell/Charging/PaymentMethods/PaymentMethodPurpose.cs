namespace DodoUpsell;

/// <summary>Specifies what a saved payment method is charged for.</summary>
public enum PaymentMethodPurpose
{
    /// <summary>One charge while the customer is present.</summary>
    OneTime,

    /// <summary>A charge now, and later charges while the customer is absent.</summary>
    Recurring,
}
