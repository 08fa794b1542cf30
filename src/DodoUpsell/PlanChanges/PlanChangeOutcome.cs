using System.Diagnostics.CodeAnalysis;

namespace DodoUpsell;

/// <summary>
/// How a plan change ended, or where it stands. A closed set: every expected business result is one of these, never an
/// exception.
/// </summary>
/// <remarks>Give what the new plan has on <see cref="Changed"/>, and only then.</remarks>
[SuppressMessage(
    "Design",
    "CA1034:Nested types should not be visible",
    Justification = "The cases of a closed set are read as PlanChangeOutcome.Changed."
)]
public abstract record PlanChangeOutcome
{
    private PlanChangeOutcome() { }

    /// <summary>Gets the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>
    /// Gets the charge key of the quote, under which the ledger has it; the default value when the quote was refused
    /// before.
    /// </summary>
    public ChargeKey Key { get; init; }

    /// <summary>Gets the payment, where there is one.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets a text that is safe to show to the customer, in the language of <see cref="ChargeMessages"/>.
    /// </summary>
    public required string CustomerMessage { get; init; }

    /// <summary>The name of the case; never ids, addresses or messages.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The subscription has the new plan, and what was due is paid.</summary>
    public sealed record Changed : PlanChangeOutcome
    {
        /// <summary>Gets what was charged, tax included; zero when nothing was due.</summary>
        public required Money Charged { get; init; }

        /// <summary>Credit that the next renewals of this subscription use, as quoted; zero for none.</summary>
        public required Money CreditGranted { get; init; }

        /// <summary>Gets when it renews next, as quoted.</summary>
        public required DateTimeOffset NextBillingDate { get; init; }

        /// <summary>Gets how the charge differs from the quote; null when it does not.</summary>
        public PriceDrift? Drift { get; init; }
    }

    /// <summary>The change waits for the next renewal; nothing was charged.</summary>
    public sealed record Scheduled : PlanChangeOutcome
    {
        /// <summary>Gets when it takes effect, as quoted.</summary>
        public required DateTimeOffset EffectiveAt { get; init; }
    }

    /// <summary>
    /// Accepted and not final: the payment is under way, or the plan is not seen yet. A webhook or the reconciler
    /// settles it; a repeat of the confirmation tells.
    /// </summary>
    public sealed record PaymentPending : PlanChangeOutcome;

    /// <summary>
    /// The customer must do something, such as 3-D Secure: send them to <see cref="Url"/>. The old plan stands
    /// meanwhile.
    /// </summary>
    public sealed record ActionRequired : PlanChangeOutcome
    {
        /// <summary>Gets where the customer goes on.</summary>
        public required string Url { get; init; }
    }

    /// <summary>The payment failed and nothing was charged.</summary>
    public sealed record PaymentFailed : PlanChangeOutcome
    {
        /// <summary>Gets why, and what can be done about it.</summary>
        public required DeclineReason Reason { get; init; }

        /// <summary>
        /// Gets whether the customer still has the old plan; false only after
        /// <see cref="PaymentFailurePolicy.ApplyChange"/>, which puts the subscription on hold.
        /// </summary>
        public required bool OldPlanStands { get; init; }
    }

    /// <summary>
    /// What was due was paid, and refunded in full before the payment was seen: give nothing. Read the subscription to
    /// see which plan it has.
    /// </summary>
    public sealed record Refunded : PlanChangeOutcome
    {
        /// <summary>Gets what was charged and given back, tax included.</summary>
        public required Money Charged { get; init; }
    }

    /// <summary>Refused before anything was charged; the plan is as it was.</summary>
    public sealed record Refused : PlanChangeOutcome
    {
        /// <summary>Gets why. Not for customers.</summary>
        public required PlanChangeRefusal Refusal { get; init; }
    }

    /// <summary>The quote does not hold any more; nothing was sent. Show the new one and ask again.</summary>
    public sealed record QuoteChanged : PlanChangeOutcome
    {
        /// <summary>Gets what it would be now.</summary>
        public required PlanChangeQuote NewQuote { get; init; }

        /// <summary>In what it differs.</summary>
        public required IReadOnlyList<QuoteDifference> Differences { get; init; }
    }

    /// <summary>
    /// The answer was lost: the change may have been made. It is not repeated; a webhook or the reconciler settles it.
    /// </summary>
    public sealed record Unknown : PlanChangeOutcome;
}
