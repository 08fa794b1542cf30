using System.Text.Json.Serialization;
using DodoUpsell.Charging;

namespace DodoUpsell;

/// <summary>
/// Represents a saved payment method of a customer (<c>GET /customers/{customer_id}/payment-methods</c>).
/// </summary>
/// <remarks>
/// The API neither marks a default payment method nor documents an order. Prefer the most recently used payment method
/// that has not expired.
/// </remarks>
public sealed record SavedPaymentMethod : ApiObject
{
    /// <summary>Gets the payment method's id, which is used to charge it. Keep it on the server.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>Gets the family of the payment method.</summary>
    public PaymentMethodFamily PaymentMethod { get; init; }

    /// <summary>Gets the concrete payment method, or null if it is not known.</summary>
    public PaymentMethodType? PaymentMethodType { get; init; }

    /// <summary>Gets the card details, for cards and some wallets.</summary>
    public SavedCard? Card { get; init; }

    /// <summary>
    /// Gets the time at which the payment method was last charged, or null if it was never charged or the time is
    /// unknown.
    /// </summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>
    /// Gets whether the payment method may be charged without the customer being present. Null means unknown, not
    /// false.
    /// </summary>
    public bool? RecurringEnabled { get; init; }

    /// <summary>
    /// Gets a display text for the customer, such as <c>Visa •••• 4242</c>. It never contains a name or further digits
    /// of the card number.
    /// </summary>
    [JsonIgnore]
    public string Label => PaymentMethodLabel.Of(this);
}
