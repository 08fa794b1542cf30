using System.Text.Json.Serialization;
using DodoUpsell.Charging;

namespace DodoUpsell;

/// <summary>A payment method that a customer has saved (<c>GET /customers/{customer_id}/payment-methods</c>).</summary>
/// <remarks>
/// The API marks none as the default and gives no order; prefer the most recently used one that has not expired.
/// </remarks>
public sealed record SavedPaymentMethod : ApiObject
{
    /// <summary>Gets the id to charge with. Keep it on the server.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>Gets the family it belongs to.</summary>
    public PaymentMethodFamily PaymentMethod { get; init; }

    /// <summary>Gets the concrete method, when it is known.</summary>
    public PaymentMethodType? PaymentMethodType { get; init; }

    /// <summary>Gets the card, for cards and some wallets.</summary>
    public SavedCard? Card { get; init; }

    /// <summary>Gets when it was last charged; null when it never was or that is unknown.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Gets whether it may be charged while the customer is away; null means unknown, not no.</summary>
    public bool? RecurringEnabled { get; init; }

    /// <summary>
    /// Gets what to show the customer, such as <c>Visa •••• 4242</c>: never a name, never more of the number.
    /// </summary>
    [JsonIgnore]
    public string Label => PaymentMethodLabel.Of(this);
}
