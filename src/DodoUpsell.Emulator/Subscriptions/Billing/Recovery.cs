using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Dunning;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>Handles a failed charge: hold or grace period, scheduled retries, and recovery.</summary>
internal sealed class Recovery(EmulatorState state, PaymentProcessor payments)
{
    private static readonly TimeSpan[] RetryDelays =
    [
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
        TimeSpan.FromHours(48),
        TimeSpan.FromHours(72),
        TimeSpan.FromHours(96),
        TimeSpan.FromHours(120),
        TimeSpan.FromDays(7),
        TimeSpan.FromDays(7),
    ];

    private readonly DunningReminders _reminders = new(state);
    private readonly SubscriptionStates _states = new(state, payments);
    private readonly BillCalculator _bills = new(state);
    private readonly BillCollection _collection = new(state, payments);

    public void Hold(Subscription subscription, Dues dues, Payment failed)
    {
        subscription.Dues = dues;
        dues.Payments.Add(failed);
        subscription.Timetable++;
        if (subscription.IsActive)
        {
            Stop(subscription, dues);
            _reminders.Start(subscription, failed.Id);
        }

        ScheduleRetry(subscription, dues, failed, since: state.Now);
    }

    /// <summary>
    /// Charges the outstanding amount: with a saved method, or on a page where the customer provides one.
    /// </summary>
    public Payment Pay(Subscription subscription, Dues dues, PaymentMethod? method, bool onPage) =>
        Pay(subscription, dues, method, onPage, retryAttempt: 0, _ => { });

    /// <summary>
    /// Charges the outstanding amount with the saved method at once. The scheduled retries are unchanged.
    /// </summary>
    public Payment RetryNow(Subscription subscription, Dues dues) =>
        Pay(
            subscription,
            dues,
            subscription.ChargeableMethod,
            onPage: false,
            dues.Payments.Max(payment => payment.RetryAttempt) + 1,
            _ => { }
        );

    private Payment Pay(
        Subscription subscription,
        Dues dues,
        PaymentMethod? method,
        bool onPage,
        int retryAttempt,
        Action<Payment> whenNotPaid
    )
    {
        var payment = _collection.Collect(
            subscription,
            new BillPayment
            {
                Bill = _bills.AddUp(subscription.Plan, dues.Lines, subscription.Credit),
                InvoiceId = dues.InvoiceId,
                Method = method,
                OnPage = onPage,
                RetryAttempt = retryAttempt,
                WhenPaid = payment => Recover(subscription, dues, payment),
                WhenNotPaid = whenNotPaid,
            },
            subscription.Discounts
        );
        dues.Payments.Add(payment);
        return payment;
    }

    private void Stop(Subscription subscription, Dues dues)
    {
        if (!dues.IsRenewal || state.Options.Subscriptions.GracePeriod is not { } grace)
        {
            subscription.MoveTo(SubscriptionStatus.OnHold);
            _states.Tell(subscription, "on_hold");
            return;
        }

        subscription.MoveTo(SubscriptionStatus.PastDue);
        subscription.PastDueEndsAt = state.Now.Later(grace);
        _states.Tell(subscription, "past_due");
        state.Schedule(
            grace,
            () =>
            {
                if (subscription.Dues == dues && subscription.Status is SubscriptionStatus.PastDue)
                    EndGrace(subscription, dues);
            }
        );
    }

    private void EndGrace(Subscription subscription, Dues dues)
    {
        if (state.Options.Subscriptions.CancelAfterGrace)
        {
            subscription.CancelReason = "cancelled_by_merchant_grace_period_expired";
            _states.Cancel(subscription);
            return;
        }

        subscription.MoveTo(SubscriptionStatus.OnHold);
        _states.Tell(subscription, "on_hold");
        _reminders.Start(subscription, dues.Payments[^1].Id);
    }

    private void Recover(Subscription subscription, Dues dues, Payment payment)
    {
        if (subscription.Dues != dues)
            return;

        subscription.Dues = null;
        if (payment.Method is { } method && method != subscription.Method)
        {
            subscription.Method = method;
            state.Events.Raise("subscription.update_payment_method", subscription.Id);
        }

        subscription.MoveTo(SubscriptionStatus.Active);
        var renewals = new Renewals(state, payments);
        if (dues.IsRenewal)
        {
            renewals.Advance(subscription, renewals.Interval(subscription.Plan));
            DiscountCycles.Consume(subscription);
            _states.Tell(subscription, "active", "renewed");
        }
        else
        {
            _states.Tell(subscription, "active");
        }

        renewals.Plan(subscription);
        _reminders.Recover(subscription, payment.Id);
    }

    // Each delay starts at the previous attempt. An attempt after the end of the window is not made.
    private void ScheduleRetry(Subscription subscription, Dues dues, Payment failed, DateTimeOffset since)
    {
        var attempt = failed.RetryAttempt + 1;
        if (
            !dues.IsRenewal
            || state.Options.Subscriptions.RetryWindow is not { } window
            || attempt > RetryDelays.Length
            || failed.ErrorCode is not { } code
            || DeclineCodes.IsHard(code)
            || state.Now + RetryDelays[attempt - 1] > since + window
        )
        {
            return;
        }

        state.Schedule(RetryDelays[attempt - 1], Retry);

        // Two payments never run at the same time: an open one is awaited.
        void Retry()
        {
            if (subscription.Dues != dues)
                return;

            if (subscription.HasOpenPayment)
            {
                state.Schedule(TimeSpan.FromHours(1), Retry);
                return;
            }

            Pay(
                subscription,
                dues,
                subscription.ChargeableMethod,
                onPage: false,
                attempt,
                payment => ScheduleRetry(subscription, dues, payment, since)
            );
        }
    }
}
