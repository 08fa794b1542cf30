using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Subscriptions.PlanChanges;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>A plan that a customer pays for again and again.</summary>
internal sealed class Subscription
{
    public required string Id { get; init; }

    public required Customer Customer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where its pages live.</summary>
    public required Uri Origin { get; init; }

    public required SubscriptionPlan Plan { get; set; }

    public required BillingCycle Cycle { get; set; }

    /// <summary>The end of the term; there the subscription expires.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    public required BillingAddress Billing { get; set; }

    public required JsonObject Metadata { get; set; }

    public string Status { get; private set; } = SubscriptionStatus.Pending;

    public PaymentMethod? Method { get; set; }

    public string? TaxId { get; set; }

    public string? CustomerBusinessName { get; set; }

    public BillingInterval? ExtendedTerm { get; set; }

    public bool IsOnDemand { get; set; }

    /// <summary>Charges on demand that failed since the last that did not.</summary>
    public int FailedCharges { get; set; }

    public IReadOnlyList<SubscriptionDiscount> Discounts { get; set; } = [];

    /// <summary>Discounts that were on it once and cannot come back.</summary>
    public HashSet<string> FormerDiscountIds { get; } = new(StringComparer.Ordinal);

    /// <summary>The trial that is running; null when there is none, or none any more.</summary>
    public Trial? Trial { get; set; }

    public int TrialDays { get; set; }

    public int? TrialAmount { get; set; }

    /// <summary>What downgrades have left over, in minor units, before tax unless the price includes it.</summary>
    public long Credit { get; set; }

    public bool CancelAtNextBillingDate { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    public string? CancelReason { get; set; }

    public string? CancellationFeedback { get; set; }

    public string? CancellationComment { get; set; }

    public DateTimeOffset? PausedAt { get; set; }

    public ScheduledChange? ScheduledChange { get; set; }

    /// <summary>The payment that a plan change waits for.</summary>
    public Payment? PendingChange { get; set; }

    /// <summary>The latest payment; while it is not final, no other is started.</summary>
    public Payment? LatestPayment { get; set; }

    /// <summary>What has to be paid before it runs again.</summary>
    public Dues? Dues { get; set; }

    /// <summary>The end of the grace period that is running; null when there is none.</summary>
    public DateTimeOffset? PastDueEndsAt
    {
        get => Status is SubscriptionStatus.PastDue ? field : null;
        set;
    }

    /// <summary>Periods that are over, oldest first.</summary>
    public List<(DateTimeOffset Start, DateTimeOffset End)> PastPeriods { get; } = [];

    /// <summary>Counts up whenever its next date changes; work that was planned for an older count is void.</summary>
    public int Timetable { get; set; }

    /// <summary>The method as long as the customer has it.</summary>
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

    /// <summary>Puts it into a state without a way there: for what a seed or a test tells to exist.</summary>
    public Subscription In(string status)
    {
        Status = status;
        return this;
    }
}

/// <summary>A trial: until when, and what was paid for it in minor units.</summary>
internal sealed record Trial(DateTimeOffset EndsAt, long Paid);
