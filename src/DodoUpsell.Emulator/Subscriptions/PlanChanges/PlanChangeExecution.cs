using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Subscriptions.Billing;

namespace DodoUpsell.Emulator.Subscriptions.PlanChanges;

/// <summary>Executes plan changes: at once, if the payment allows it, or at the next billing date.</summary>
internal sealed class PlanChangeExecution(EmulatorState state, PaymentProcessor payments)
{
    private readonly PlanChangeCalculator _calculator = new(state, payments);
    private readonly SubscriptionStates _states = new(state, payments);
    private readonly CreditLedger _credits = new(state);
    private readonly BillCollection _collection = new(state, payments);
    private readonly Recovery _recovery = new(state, payments);
    private readonly Renewals _renewals = new(state, payments);

    private SubscriptionRules Rules => state.Options.Subscriptions;

    public PlanChangeQuote Preview(Subscription subscription, ChangePlanRequest request)
    {
        PlanChangeChecks.Require(subscription, request);
        return _calculator.Quote(subscription, request);
    }

    /// <returns>The payment that the customer has to make on a page, or null if there is none.</returns>
    public Payment? Change(Subscription subscription, ChangePlanRequest request)
    {
        PlanChangeChecks.Require(subscription, request);
        PlanChangeChecks.RequireLink(request, Rules);
        var quote = _calculator.Quote(subscription, request);
        if (request.IsScheduled)
        {
            Schedule(subscription, request, quote);
            return null;
        }

        if (quote.Bill.Total == 0)
        {
            _credits.Use(subscription, quote.Bill.CreditUsed);
            Apply(subscription, quote);
            _credits.Grant(subscription, quote.Bill.CreditGranted);
            return null;
        }

        var payment = Charge(subscription, request, quote);
        return request.CollectViaPaymentLink ? payment : null;
    }

    private bool AppliesOnFailure(ChangePlanRequest request) =>
        request.OnPaymentFailure is { } choice ? choice is ChangePlanRequest.ApplyChange : Rules.ApplyChangeOnFailure;

    private void Schedule(Subscription subscription, ChangePlanRequest request, PlanChangeQuote quote)
    {
        subscription.ScheduledChange = new ScheduledChange
        {
            Id = state.Ids.Next("spc"),
            Plan = quote.Plan,
            Discounts = quote.Discounts,
            NewDiscounts = quote.NewDiscounts,
            EffectiveAt = quote.EffectiveAt,
            CreatedAt = state.Now,
            AppliesOnFailure = AppliesOnFailure(request),
            Metadata = request.Metadata,
        };
        _states.Tell(subscription);
    }

    // A change that stays in force whatever the result of the payment takes effect before the payment.
    private Payment Charge(Subscription subscription, ChangePlanRequest request, PlanChangeQuote quote)
    {
        var applies = AppliesOnFailure(request);
        if (applies)
            Apply(subscription, quote);

        var payment = _collection.Collect(
            subscription,
            new BillPayment
            {
                Bill = quote.Bill,
                Method = request.CollectViaPaymentLink ? null : subscription.ChargeableMethod,
                OnPage = request.CollectViaPaymentLink,
                IsProrated = true,
                Metadata = request.Metadata,
                WhenPaid = payment => Paid(subscription, applies ? null : quote, payment),
                WhenNotPaid = payment => NotPaid(subscription, applies ? quote : null, payment),
            },
            quote.Discounts
        );
        if (!payment.IsFinal)
            subscription.PendingChange = payment;

        return payment;
    }

    private void Paid(Subscription subscription, PlanChangeQuote? change, Payment payment)
    {
        Settle(subscription, payment);
        if (change is not null && !SubscriptionStatus.IsFinal(subscription.Status))
            Apply(subscription, change);
    }

    private void NotPaid(Subscription subscription, PlanChangeQuote? applied, Payment payment)
    {
        Settle(subscription, payment);
        if (applied is not null && !SubscriptionStatus.IsFinal(subscription.Status))
            _recovery.Hold(subscription, new OutstandingInvoice(applied.Bill.Lines, isRenewal: false), payment);
    }

    private static void Settle(Subscription subscription, Payment payment)
    {
        if (subscription.PendingChange == payment)
            subscription.PendingChange = null;
    }

    private void Apply(Subscription subscription, PlanChangeQuote quote)
    {
        foreach (var discount in quote.NewDiscounts)
            discount.Redeem(subscription.Customer.Id);

        DiscountCycles.Replace(subscription, quote.Discounts);
        if (quote.StartsCycle)
        {
            subscription.PastPeriods.Add((subscription.Cycle.Previous, quote.Cycle.Previous));
            DiscountCycles.Consume(subscription);
        }

        subscription.Plan = quote.Plan;
        subscription.Cycle = quote.Cycle;
        subscription.ExpiresAt = quote.ExpiresAt;
        subscription.ExtendedTerm = null;
        subscription.ScheduledChange = null;
        subscription.Trial = null;
        subscription.TrialDays = 0;
        subscription.TrialAmount = null;
        _states.Tell(subscription, "plan_changed");
        _renewals.Plan(subscription);
    }
}
