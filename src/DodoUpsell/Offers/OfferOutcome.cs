using System.Diagnostics.CodeAnalysis;

namespace DodoUpsell;

/// <summary>
/// Represents the final or current result of accepting an offer. The set of cases is closed: every expected business
/// result is one of them, never an exception.
/// </summary>
/// <remarks>Grant access only on <see cref="Succeeded"/>.</remarks>
[SuppressMessage(
    "Design",
    "CA1034:Nested types should not be visible",
    Justification = "The cases of a closed set are read as OfferOutcome.Succeeded."
)]
public abstract record OfferOutcome
{
    private OfferOutcome() { }

    /// <summary>Gets the id of the offer.</summary>
    public required string OfferId { get; init; }

    /// <summary>Gets the id of the payment, or null if there is none or it is not known.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets a message that can be shown to the customer, in the language of <see cref="ChargeMessages"/>.
    /// </summary>
    public required string CustomerMessage { get; init; }

    /// <summary>Returns the name of the case. It never contains ids, addresses or messages.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The offer was paid, or its plan change was made. Grant access only in this case.</summary>
    public sealed record Succeeded : OfferOutcome
    {
        /// <summary>Gets the amount charged, including tax. Zero if nothing was due.</summary>
        public required Money Charged { get; init; }

        /// <summary>Gets the id of the subscription that was started or changed, or null if there is none.</summary>
        public string? SubscriptionId { get; init; }
    }

    /// <summary>The plan change is scheduled for the next renewal. Nothing was charged.</summary>
    public sealed record Scheduled : OfferOutcome
    {
        /// <summary>Gets the time at which the change takes effect, in UTC.</summary>
        public required DateTimeOffset EffectiveAt { get; init; }
    }

    /// <summary>The customer must complete a step such as 3-D Secure. Send them to <see cref="Url"/>.</summary>
    public sealed record ActionRequired : OfferOutcome
    {
        /// <summary>Gets the URL of the page where the customer continues.</summary>
        public required string Url { get; init; }
    }

    /// <summary>One-click charging is not possible. Send the customer to <see cref="CheckoutUrl"/>.</summary>
    public sealed record CheckoutRequired : OfferOutcome
    {
        /// <summary>Gets the URL of the checkout page where the customer pays under the same charge key.</summary>
        public required string CheckoutUrl { get; init; }
    }

    /// <summary>
    /// The payment is under way, or its response was lost. It is not repeated; a webhook or the reconciler determines
    /// the result.
    /// </summary>
    public sealed record Pending : OfferOutcome;

    /// <summary>The payment was declined. Nothing was charged.</summary>
    public sealed record Declined : OfferOutcome
    {
        /// <summary>Gets the reason for the decline and the recommended action.</summary>
        public required DeclineReason Reason { get; init; }

        /// <summary>Gets the URL of a checkout page where the customer can pay another way, or null if there is none.</summary>
        public string? CheckoutUrl { get; init; }
    }

    /// <summary>The charge was refused before anything was charged.</summary>
    public sealed record Refused : OfferOutcome
    {
        /// <summary>Gets the explanation of the refusal. Do not show it to customers.</summary>
        public required string Explanation { get; init; }

        /// <summary>Gets the URL of a checkout page where the customer can pay another way, or null if there is none.</summary>
        public string? CheckoutUrl { get; init; }

        /// <summary>Gets whether nothing was sent, so that the offer can be accepted again while it is open.</summary>
        public bool CanRetry { get; init; }
    }

    /// <summary>
    /// What was disclosed does not hold any more. Nothing was charged. Show the new disclosure and ask again.
    /// </summary>
    public sealed record Changed : OfferOutcome
    {
        /// <summary>Gets the offer with its new disclosure.</summary>
        public required Offer Offer { get; init; }
    }

    /// <summary>The charge was paid and refunded in full before the payment was seen. Do not grant access.</summary>
    public sealed record Refunded : OfferOutcome
    {
        /// <summary>Gets the amount that was charged and refunded, including tax.</summary>
        public required Money Charged { get; init; }
    }

    /// <summary>The offer cannot be accepted. Nothing was charged.</summary>
    public sealed record NotAvailable : OfferOutcome
    {
        /// <summary>Gets the reason.</summary>
        public required OfferUnavailableReason Reason { get; init; }
    }
}

/// <summary>Specifies why an offer cannot be accepted.</summary>
public enum OfferUnavailableReason
{
    /// <summary>There is no such offer, or it belongs to another subject.</summary>
    NotFound = 0,

    /// <summary>The offer has expired.</summary>
    Expired = 1,

    /// <summary>The offer was declined.</summary>
    Declined = 2,

    /// <summary>The offer was accepted before, and its charge failed or was refused for good.</summary>
    Failed = 3,

    /// <summary>The rule of the offer is paused or no longer enabled.</summary>
    RuleStopped = 4,

    /// <summary>The subject has bought the same with another offer meanwhile.</summary>
    AlreadyBought = 5,
}
