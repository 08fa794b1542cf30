using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Subscriptions.PlanChanges;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>
/// Runs the scheduled work of subscriptions: renewals, the end of trials and terms, scheduled changes and
/// cancellations.
/// </summary>
internal sealed class Renewals(EmulatorState state, PaymentProcessor payments)
{
    private readonly SubscriptionStates _states = new(state, payments);
    private readonly BillCalculator _bills = new(state);
    private readonly BillCollection _collection = new(state, payments);
    private readonly Recovery _recovery = new(state, payments);

    /// <summary>
    /// Schedules the subscription's next date. Must be called whenever that date or the status has changed.
    /// </summary>
    public void Plan(Subscription subscription)
    {
        var timetable = ++subscription.Timetable;
        if (!subscription.IsActive)
            return;

        var due = subscription.Cycle.Next < subscription.ExpiresAt ? subscription.Cycle.Next : subscription.ExpiresAt;
        state.Schedule(
            due - state.Now,
            () =>
            {
                if (subscription.Timetable == timetable && subscription.IsActive)
                    FallDue(subscription);
            }
        );
    }

    /// <summary>Begins the next period. A period that was paid too late begins now.</summary>
    public void Advance(Subscription subscription, BillingInterval previousInterval)
    {
        var interval = Interval(subscription.Plan);
        var over = subscription.Cycle;
        var next = interval == previousInterval ? over.Following(interval) : BillingCycle.From(over.Next, interval);
        subscription.PastPeriods.Add((over.Previous, over.Next));
        subscription.Cycle = next.Next > state.Now ? next : BillingCycle.From(state.Now, interval);
        subscription.Trial = null;
    }

    public BillingInterval Interval(SubscriptionPlan plan) =>
        state.Options.Subscriptions.FixedDayCycles ? plan.Price.Frequency.InFixedDays() : plan.Price.Frequency;

    private void FallDue(Subscription subscription)
    {
        if (subscription.CancelAtNextBillingDate && state.Now >= subscription.Cycle.Next)
        {
            _states.Cancel(subscription);
        }
        else if (state.Now >= subscription.ExpiresAt)
        {
            _states.Expire(subscription);
        }
        else if (subscription.IsOnDemand)
        {
            Advance(subscription, Interval(subscription.Plan));
            Plan(subscription);
        }
        else
        {
            Renew(subscription);
        }
    }

    // A scheduled change is the plan that renews. It replaces the old plan when the result of the charge is known.
    private void Renew(Subscription subscription)
    {
        var change = subscription.ScheduledChange;
        subscription.ScheduledChange = null;
        var plan = change?.Plan ?? subscription.Plan;
        var discounts = change?.Discounts ?? subscription.Discounts;
        var bill = _bills.Renewal(subscription, plan, discounts);
        _collection.Collect(
            subscription,
            new BillPayment
            {
                Bill = bill,
                Method = subscription.ChargeableMethod,
                Metadata = change?.Metadata,
                WhenPaid = _ => Renewed(subscription, change),
                WhenNotPaid = payment => NotRenewed(subscription, change, bill, payment),
            },
            discounts
        );
    }

    private void Renewed(Subscription subscription, ScheduledChange? change)
    {
        if (SubscriptionStatus.IsFinal(subscription.Status))
            return;

        var previous = Interval(subscription.Plan);
        change?.ApplyTo(subscription, state.Now);
        Advance(subscription, previous);
        DiscountCycles.Consume(subscription);
        if (change is null)
            _states.Tell(subscription, "renewed");
        else
            _states.Tell(subscription, "renewed", "plan_changed");

        Plan(subscription);
    }

    private void NotRenewed(Subscription subscription, ScheduledChange? change, Bill bill, Payment payment)
    {
        if (SubscriptionStatus.IsFinal(subscription.Status))
            return;

        var owed = bill.Lines;
        if (change is { AppliesOnFailure: true })
        {
            change.ApplyTo(subscription, state.Now);
            state.Events.Raise("subscription.plan_changed", subscription.Id);
        }
        else if (change is not null)
        {
            owed = _bills.Renewal(subscription, subscription.Plan, subscription.Discounts).Lines;
        }

        _recovery.Hold(subscription, new OutstandingInvoice(owed, isRenewal: true), payment);
    }
}
