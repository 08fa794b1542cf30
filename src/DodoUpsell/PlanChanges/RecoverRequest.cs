namespace DodoUpsell;

/// <summary>
/// Represents a request to give a subscription on hold another payment method and thereby pay its outstanding amount.
/// </summary>
public sealed record RecoverRequest
{
    /// <summary>
    /// Gets the charge key of this attempt, such as <c>new ChargeKey($"recover-{subscriptionId}-{tryNumber}")</c>.
    /// Another payment method after a decline is another attempt.
    /// </summary>
    public required ChargeKey Key { get; init; }

    /// <summary>
    /// Gets the id of the subscription, <c>sub_…</c>. Make sure that it belongs to the authenticated customer.
    /// </summary>
    public required string SubscriptionId { get; init; }

    /// <summary>
    /// Gets the payment method: a saved method of the customer, or a page on which they enter a new one.
    /// </summary>
    public required PaymentMethodUpdate PaymentMethod { get; init; }

    internal void Validate()
    {
        ChargeKey.Require(Key, nameof(Key));
        Check.NotBlank(SubscriptionId, nameof(SubscriptionId));
        Check.NotNull(PaymentMethod, nameof(PaymentMethod)).Validate();
    }
}
