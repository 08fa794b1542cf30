using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Subscriptions.PlanChanges;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>A subscription of a customer to a plan.</summary>
internal sealed class Subscription
{
    public required string Id { get; init; }

    public required Customer Customer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the base URL of its pages.</summary>
    public required Uri Origin { get; init; }

    public required SubscriptionPlan Plan { get; set; }

    public required BillingCycle Cycle { get; set; }

    /// <summary>Gets or sets the end of the term, at which the subscription expires.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    public required BillingAddress Billing { get; set; }

    public required JsonObject Metadata { get; set; }

    public string Status { get; private set; } = SubscriptionStatus.Pending;

    public PaymentMethod? Method { get; set; }

    public string? TaxId { get; set; }

    public string? CustomerBusinessName { get; set; }

    public BillingInterval? ExtendedTerm { get; set; }

    public bool IsOnDemand { get; set; }

    /// <summary>Gets or sets the number of failed charges on demand since the last successful one.</summary>
    public int FailedCharges { get; set; }

    public IReadOnlyList<SubscriptionDiscount> Discounts { get; set; } = [];

    /// <summary>Gets the discounts that were removed and cannot be added again.</summary>
    public HashSet<string> FormerDiscountIds { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the current trial, or null if there is none.</summary>
    public Trial? Trial { get; set; }

    public int TrialDays { get; set; }

    public int? TrialAmount { get; set; }

    /// <summary>
    /// Gets or sets the credit from downgrades in minor units, before tax unless the price includes it.
    /// </summary>
    public long Credit { get; set; }

    public bool CancelAtNextBillingDate { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    public string? CancelReason { get; set; }

    public string? CancellationFeedback { get; set; }

    public string? CancellationComment { get; set; }

    public DateTimeOffset? PausedAt { get; set; }

    public ScheduledChange? ScheduledChange { get; set; }

    /// <summary>Gets or sets the payment that a plan change waits for.</summary>
    public Payment? PendingChange { get; set; }

    /// <summary>Gets or sets the latest payment. No other payment is started before it is final.</summary>
    public Payment? LatestPayment { get; set; }

    /// <summary>Gets or sets the outstanding invoice, or null if there is none.</summary>
    public OutstandingInvoice? OutstandingInvoice { get; set; }

    /// <summary>Gets the end of the current grace period, or null if there is none.</summary>
    public DateTimeOffset? PastDueEndsAt
    {
        get => Status is SubscriptionStatus.PastDue ? field : null;
        set;
    }

    /// <summary>Gets the past periods, oldest first.</summary>
    public List<(DateTimeOffset Start, DateTimeOffset End)> PastPeriods { get; } = [];

    /// <summary>
    /// Gets or sets a counter that increases whenever the next date changes. Work that was scheduled for an older count
    /// is void.
    /// </summary>
    public int Timetable { get; set; }

    /// <summary>Gets the payment method, or null if the customer has removed it.</summary>
    public PaymentMethod? ChargeableMethod => Method is { IsRemoved: false } ? Method : null;

    public bool IsActive => Status is SubscriptionStatus.Active;

    public bool HasOpenPayment => LatestPayment is { IsFinal: false };

    public BillingInterval Term => ExtendedTerm ?? Plan.Price.Term;

    public void MoveTo(string status)
    {
        if (!SubscriptionStatus.CanFollow(Status, status))
            throw new InvalidOperationException($"A subscription cannot go from {Status} to {status}.");

        Status = status;
    }

    /// <summary>Sets the status without checking the transition, for seeds and tests.</summary>
    public Subscription In(string status)
    {
        Status = status;
        return this;
    }
}

/// <summary>A trial: its end, and the amount paid for it in minor units.</summary>
internal sealed record Trial(DateTimeOffset EndsAt, long Paid);
