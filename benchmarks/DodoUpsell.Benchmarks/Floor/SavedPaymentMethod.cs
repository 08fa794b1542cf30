namespace DodoUpsell.Benchmarks.Floor;

internal sealed class SavedPaymentMethod
{
    public string PaymentMethodId { get; set; } = "";

    public string? PaymentMethod { get; set; }

    public string? PaymentMethodType { get; set; }

    public SavedCard? Card { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public bool? RecurringEnabled { get; set; }
}

internal sealed class SavedCard
{
    // The snake-case policy converts this name to last4_digits, which is the API's name.
    public string? Last4Digits { get; set; }

    public string? CardNetwork { get; set; }

    public string? CardType { get; set; }

    public string? CardHolderName { get; set; }

    public string? CardIssuingCountry { get; set; }

    public string? ExpiryMonth { get; set; }

    public string? ExpiryYear { get; set; }
}
