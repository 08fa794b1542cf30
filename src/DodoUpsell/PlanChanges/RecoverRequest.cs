namespace DodoUpsell;

/// <summary>Another payment method for a subscription on hold, and with it the payment of what it owes.</summary>
public sealed record RecoverRequest
{
    /// <summary>
    /// Your name for this try, such as <c>new ChargeKey($"recover-{subscriptionId}-{tryNumber}")</c>: another method
    /// after a decline is another try.
    /// </summary>
    public required ChargeKey Key { get; init; }

    /// <summary>Gets the subscription, <c>sub_…</c>. Make sure that it belongs to the customer who asks.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets a saved method of the customer, or a page on which they enter a new one.</summary>
    public required PaymentMethodUpdate PaymentMethod { get; init; }

    internal void Validate()
    {
        ChargeKey.Require(Key, nameof(Key));
        Check.NotBlank(SubscriptionId, nameof(SubscriptionId));
        Check.NotNull(PaymentMethod, nameof(PaymentMethod)).Validate();
    }
}
