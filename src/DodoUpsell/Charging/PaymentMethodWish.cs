namespace DodoUpsell.Charging;

/// <summary>What the caller wants of the method to be charged.</summary>
internal sealed record PaymentMethodWish
{
    /// <summary>What it is charged for.</summary>
    public required PaymentMethodPurpose Purpose { get; init; }

    /// <summary>The one and only method that may be used; null for the best one.</summary>
    public string? RequestedId { get; init; }

    /// <summary>The families that may be used; null for those that can be charged without the customer.</summary>
    public IReadOnlyCollection<PaymentMethodFamily>? Families { get; init; }

    /// <summary>Methods that were declined for good in this charge.</summary>
    public IReadOnlyCollection<string> Declined { get; init; } = [];
}
