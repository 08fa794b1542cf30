using System.Diagnostics.CodeAnalysis;

namespace DodoUpsell;

/// <summary>
/// Represents the final or current state of a charge. The set of cases is closed: every expected business result is one
/// of them, never an exception.
/// </summary>
/// <remarks>Grant access only on <see cref="Succeeded"/>.</remarks>
[SuppressMessage(
    "Design",
    "CA1034:Nested types should not be visible",
    Justification = "The cases of a closed set are read as ChargeOutcome.Succeeded."
)]
public abstract record ChargeOutcome
{
    private ChargeOutcome() { }

    /// <summary>Gets the charge key.</summary>
    public required ChargeKey Key { get; init; }

    /// <summary>Gets the id of the payment, or null if it is not known.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets a message that can be shown to the customer, in the language of <see cref="ChargeMessages"/>.
    /// </summary>
    public required string CustomerMessage { get; init; }

    /// <summary>Returns the name of the case. It never contains ids, addresses or messages.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The charge was paid. Grant access only in this case.</summary>
    public sealed record Succeeded : ChargeOutcome
    {
        /// <summary>Gets the amount charged, including tax.</summary>
        public required Money Charged { get; init; }

        /// <summary>
        /// Gets the id of the subscription that the payment started, or null for one-time products. If there are
        /// several, gets the first.
        /// </summary>
        public string? SubscriptionId { get; init; }

        /// <summary>Gets the ids of all subscriptions that the payment started; empty for one-time products.</summary>
        public IReadOnlyList<string> SubscriptionIds { get; init; } = [];

        /// <summary>
        /// Gets the difference from the price that the customer was shown, or null if there is none or no price was
        /// given.
        /// </summary>
        public PriceDrift? Drift { get; init; }
    }

    /// <summary>
    /// The customer must complete a step such as 3-D Secure. Send them to <see cref="Url"/> and charge nothing else
    /// until the outcome is known.
    /// </summary>
    public sealed record ActionRequired : ChargeOutcome
    {
        /// <summary>Gets the URL of the page where the customer continues.</summary>
        public required string Url { get; init; }
    }

    /// <summary>The payment is under way and not final. It may take days; a webhook reports the result.</summary>
    public sealed record Processing : ChargeOutcome;

    /// <summary>The payment was declined. Nothing was charged.</summary>
    public sealed record Declined : ChargeOutcome
    {
        /// <summary>Gets the reason for the decline and the recommended action.</summary>
        public required DeclineReason Reason { get; init; }

        /// <summary>
        /// Gets the URL of a checkout page where the customer can pay another way under the same key, or null if there
        /// is none.
        /// </summary>
        public string? CheckoutUrl { get; init; }
    }

    /// <summary>The charge was refused before anything was charged.</summary>
    public sealed record Refused : ChargeOutcome
    {
        /// <summary>Gets the reason for the refusal. Do not show it to customers.</summary>
        public required ChargeRefusal Refusal { get; init; }

        /// <summary>
        /// Gets the URL of a checkout page where the customer can pay another way under the same key, or null if there
        /// is none.
        /// </summary>
        public string? CheckoutUrl { get; init; }
    }

    /// <summary>
    /// One-click charging is not possible. Send the customer to <see cref="CheckoutUrl"/>. Nothing was charged.
    /// </summary>
    public sealed record CheckoutRequired : ChargeOutcome
    {
        /// <summary>Gets the URL of the checkout page where the customer pays.</summary>
        public required string CheckoutUrl { get; init; }

        /// <summary>Gets the reason why one-click charging was not possible.</summary>
        public required CheckoutReason Why { get; init; }
    }

    /// <summary>
    /// The response was lost, or the checkout page has just closed, so the charge may have happened. It is not
    /// repeated; a webhook or the reconciler finds the result.
    /// </summary>
    public sealed record Pending : ChargeOutcome;

    /// <summary>Another call is currently charging this key.</summary>
    public sealed record AlreadyInProgress : ChargeOutcome;

    /// <summary>
    /// The charge was paid and refunded in full before the payment was seen. Do not grant access. The key remains used,
    /// so it is not charged again.
    /// </summary>
    public sealed record Refunded : ChargeOutcome
    {
        /// <summary>Gets the amount that was charged and refunded, including tax.</summary>
        public required Money Charged { get; init; }
    }

    /// <summary>It was established afterwards that nothing was charged. The key can be used again.</summary>
    public sealed record NotCharged : ChargeOutcome;
}

/// <summary>Describes the difference between a charge and the price that the customer was shown.</summary>
/// <param name="Shown">The price shown.</param>
/// <param name="Charged">The amount charged.</param>
public sealed record PriceDrift(Money Shown, Money Charged)
{
    /// <summary>
    /// Gets whether the charge is in a different currency from the price shown, so that the amounts cannot be compared.
    /// </summary>
    public bool OtherCurrency => Shown.Currency != Charged.Currency;

    /// <summary>Gets the amount charged minus the price shown, or null if the currencies differ.</summary>
    public Money? Difference => OtherCurrency ? null : Charged - Shown;

    internal static PriceDrift? Between(Money? shown, Money charged) =>
        shown is { } price && price != charged ? new PriceDrift(price, charged) : null;
}
