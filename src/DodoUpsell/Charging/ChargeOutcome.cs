using System.Diagnostics.CodeAnalysis;

namespace DodoUpsell;

/// <summary>
/// How a charge ended, or where it stands. A closed set: every expected business result is one of these, never an
/// exception.
/// </summary>
/// <remarks>Grant access on <see cref="Succeeded"/>, and only then.</remarks>
[SuppressMessage(
    "Design",
    "CA1034:Nested types should not be visible",
    Justification = "The cases of a closed set are read as ChargeOutcome.Succeeded."
)]
public abstract record ChargeOutcome
{
    private ChargeOutcome() { }

    /// <summary>Gets the charge's name.</summary>
    public required ChargeKey Key { get; init; }

    /// <summary>Gets the payment, where one is known.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets a text that is safe to show to the customer, in the language of <see cref="ChargeMessages"/>.
    /// </summary>
    public required string CustomerMessage { get; init; }

    /// <summary>The name of the case; never ids, addresses or messages.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Paid. The only case to grant access on.</summary>
    public sealed record Succeeded : ChargeOutcome
    {
        /// <summary>Gets what was charged, tax included.</summary>
        public required Money Charged { get; init; }

        /// <summary>
        /// Gets the subscription that began with it, for subscription products; the first of them if there are several.
        /// </summary>
        public string? SubscriptionId { get; init; }

        /// <summary>Gets every subscription that began with it; empty for one-time products.</summary>
        public IReadOnlyList<string> SubscriptionIds { get; init; } = [];

        /// <summary>
        /// Gets how the charge differs from the price that was shown; null when it does not, or none was given.
        /// </summary>
        public PriceDrift? Drift { get; init; }
    }

    /// <summary>
    /// The customer must do something, such as 3-D Secure: send them to <see cref="Url"/>. Charge nothing else
    /// meanwhile.
    /// </summary>
    public sealed record ActionRequired : ChargeOutcome
    {
        /// <summary>Gets where the customer goes on.</summary>
        public required string Url { get; init; }
    }

    /// <summary>The payment is under way and not final; it may take days. A webhook settles it.</summary>
    public sealed record Processing : ChargeOutcome;

    /// <summary>Declined; nothing was charged.</summary>
    public sealed record Declined : ChargeOutcome
    {
        /// <summary>Gets why, and what can be done about it.</summary>
        public required DeclineReason Reason { get; init; }

        /// <summary>
        /// Gets a page where the customer can pay otherwise, under the same key; null when there is none.
        /// </summary>
        public string? CheckoutUrl { get; init; }
    }

    /// <summary>Refused before anything was charged.</summary>
    public sealed record Refused : ChargeOutcome
    {
        /// <summary>Gets why. Not for customers.</summary>
        public required ChargeRefusal Refusal { get; init; }

        /// <summary>
        /// Gets a page where the customer can pay otherwise, under the same key; null when there is none.
        /// </summary>
        public string? CheckoutUrl { get; init; }
    }

    /// <summary>
    /// One click is not possible: send the customer to <see cref="CheckoutUrl"/>. Nothing was charged.
    /// </summary>
    public sealed record CheckoutRequired : ChargeOutcome
    {
        /// <summary>Gets where the customer pays.</summary>
        public required string CheckoutUrl { get; init; }

        /// <summary>Gets why one click was not possible.</summary>
        public required CheckoutReason Why { get; init; }
    }

    /// <summary>
    /// The answer was lost, or the page has just closed: the charge may have happened. It is not repeated; a webhook or
    /// the reconciler settles it.
    /// </summary>
    public sealed record Pending : ChargeOutcome;

    /// <summary>Another call is charging this key just now.</summary>
    public sealed record AlreadyInProgress : ChargeOutcome;

    /// <summary>
    /// Paid, and refunded in full before the payment was seen: grant nothing. The key stays used, so that it is not
    /// charged again.
    /// </summary>
    public sealed record Refunded : ChargeOutcome
    {
        /// <summary>Gets what was charged and given back, tax included.</summary>
        public required Money Charged { get; init; }
    }

    /// <summary>Found out afterwards: nothing was charged, and the key is free again.</summary>
    public sealed record NotCharged : ChargeOutcome;
}

/// <summary>How a charge differs from the price that the customer was shown.</summary>
/// <param name="Shown">The price shown.</param>
/// <param name="Charged">What was charged.</param>
public sealed record PriceDrift(Money Shown, Money Charged)
{
    /// <summary>
    /// Gets whether the charge is in another currency than the price shown, so that the amounts do not compare.
    /// </summary>
    public bool OtherCurrency => Shown.Currency != Charged.Currency;

    /// <summary>Gets how much more was charged than shown, negative for less; null in another currency.</summary>
    public Money? Difference => OtherCurrency ? null : Charged - Shown;

    internal static PriceDrift? Between(Money? shown, Money charged) =>
        shown is { } price && price != charged ? new PriceDrift(price, charged) : null;
}
