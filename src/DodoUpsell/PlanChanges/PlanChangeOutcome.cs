using System.Diagnostics.CodeAnalysis;

namespace DodoUpsell;

/// <summary>
/// Represents the final or current state of a plan change. The set of cases is closed: every expected business result
/// is one of them, never an exception.
/// </summary>
/// <remarks>Provide what the new plan includes only on <see cref="Changed"/>.</remarks>
[SuppressMessage(
    "Design",
    "CA1034:Nested types should not be visible",
    Justification = "The cases of a closed set are read as PlanChangeOutcome.Changed."
)]
public abstract record PlanChangeOutcome
{
    private PlanChangeOutcome() { }

    /// <summary>Gets the id of the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>
    /// Gets the charge key of the quote, which identifies the change in the ledger, or the default value if the quote
    /// was refused beforehand.
    /// </summary>
    public ChargeKey Key { get; init; }

    /// <summary>Gets the id of the payment, or null if there is none.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets a message that can be shown to the customer, in the language of <see cref="ChargeMessages"/>.
    /// </summary>
    public required string CustomerMessage { get; init; }

    /// <summary>Returns the name of the case. It never contains ids, addresses or messages.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The subscription has the new plan and the amount due is paid.</summary>
    public sealed record Changed : PlanChangeOutcome
    {
        /// <summary>Gets the amount charged, including tax. Zero if nothing was due.</summary>
        public required Money Charged { get; init; }

        /// <summary>
        /// Gets the quoted credit, which the next renewals of this subscription use. Zero if there is none.
        /// </summary>
        public required Money CreditGranted { get; init; }

        /// <summary>Gets the quoted date of the next renewal.</summary>
        public required DateTimeOffset NextBillingDate { get; init; }

        /// <summary>Gets the difference from the quote, or null if there is none.</summary>
        public PriceDrift? Drift { get; init; }
    }

    /// <summary>The change is scheduled for the next renewal. Nothing was charged.</summary>
    public sealed record Scheduled : PlanChangeOutcome
    {
        /// <summary>Gets the quoted time at which the change takes effect.</summary>
        public required DateTimeOffset EffectiveAt { get; init; }
    }

    /// <summary>
    /// The change was accepted but is not final: the payment is under way, or the new plan is not visible yet. A
    /// webhook or the reconciler determines the result; confirming the quote again returns it.
    /// </summary>
    public sealed record PaymentPending : PlanChangeOutcome;

    /// <summary>
    /// The customer must complete a step such as 3-D Secure. Send them to <see cref="Url"/>. The old plan remains until
    /// then.
    /// </summary>
    public sealed record ActionRequired : PlanChangeOutcome
    {
        /// <summary>Gets the URL of the page where the customer continues.</summary>
        public required string Url { get; init; }
    }

    /// <summary>The payment failed and nothing was charged.</summary>
    public sealed record PaymentFailed : PlanChangeOutcome
    {
        /// <summary>Gets the reason for the failure and the recommended action.</summary>
        public required DeclineReason Reason { get; init; }

        /// <summary>
        /// Gets whether the customer still has the old plan. False only for
        /// <see cref="PaymentFailurePolicy.ApplyChange"/>, which puts the subscription on hold.
        /// </summary>
        public required bool OldPlanStands { get; init; }
    }

    /// <summary>
    /// The amount due was paid and refunded in full before the payment was seen. Do not provide what the new plan
    /// includes. Read the subscription to determine its plan.
    /// </summary>
    public sealed record Refunded : PlanChangeOutcome
    {
        /// <summary>Gets the amount that was charged and refunded, including tax.</summary>
        public required Money Charged { get; init; }
    }

    /// <summary>The change was refused before anything was charged. The plan is unchanged.</summary>
    public sealed record Refused : PlanChangeOutcome
    {
        /// <summary>Gets the reason for the refusal. Do not show it to customers.</summary>
        public required PlanChangeRefusal Refusal { get; init; }
    }

    /// <summary>
    /// The quote is no longer valid. Nothing was sent. Show the new quote and ask the customer again.
    /// </summary>
    public sealed record QuoteChanged : PlanChangeOutcome
    {
        /// <summary>Gets the new quote.</summary>
        public required PlanChangeQuote NewQuote { get; init; }

        /// <summary>Gets the differences from the old quote.</summary>
        public required IReadOnlyList<QuoteDifference> Differences { get; init; }
    }

    /// <summary>
    /// The response was lost, so the change may have been made. It is not repeated; a webhook or the reconciler
    /// determines the result.
    /// </summary>
    public sealed record Unknown : PlanChangeOutcome;
}
