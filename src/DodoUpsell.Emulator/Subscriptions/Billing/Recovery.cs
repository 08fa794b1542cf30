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

    public void Hold(Subscription subscription, OutstandingInvoice outstanding, Payment failed)
    {
        subscription.OutstandingInvoice = outstanding;
        outstanding.Payments.Add(failed);
        subscription.Timetable++;
        if (subscription.IsActive)
        {
            Stop(subscription, outstanding);
            _reminders.Start(subscription, failed.Id);
        }

        ScheduleRetry(subscription, outstanding, failed, since: state.Now);
    }

    /// <summary>
    /// Charges the outstanding amount: with a saved method, or on a page where the customer provides one.
    /// </summary>
    public Payment Pay(Subscription subscription, OutstandingInvoice outstanding, PaymentMethod? method, bool onPage) =>
        Pay(subscription, outstanding, method, onPage, retryAttempt: 0, _ => { });

    /// <summary>
    /// Charges the outstanding amount with the saved method at once. The scheduled retries are unchanged.
    /// </summary>
    public Payment RetryNow(Subscription subscription, OutstandingInvoice outstanding) =>
        Pay(
            subscription,
            outstanding,
            subscription.ChargeableMethod,
            onPage: false,
            outstanding.Payments.Max(payment => payment.RetryAttempt) + 1,
            _ => { }
        );

    private Payment Pay(
        Subscription subscription,
        OutstandingInvoice outstanding,
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
                Bill = _bills.AddUp(subscription.Plan, outstanding.Lines, subscription.Credit),
                InvoiceId = outstanding.InvoiceId,
                Method = method,
                OnPage = onPage,
                RetryAttempt = retryAttempt,
                WhenPaid = payment => Recover(subscription, outstanding, payment),
                WhenNotPaid = whenNotPaid,
            },
            subscription.Discounts
        );
        outstanding.Payments.Add(payment);
        return payment;
    }

    private void Stop(Subscription subscription, OutstandingInvoice outstanding)
    {
        if (!outstanding.IsRenewal || state.Options.Subscriptions.GracePeriod is not { } grace)
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
                if (subscription.OutstandingInvoice == outstanding && subscription.Status is SubscriptionStatus.PastDue)
                    EndGrace(subscription, outstanding);
            }
        );
    }

    private void EndGrace(Subscription subscription, OutstandingInvoice outstanding)
    {
        if (state.Options.Subscriptions.CancelAfterGrace)
        {
            subscription.CancelReason = "cancelled_by_merchant_grace_period_expired";
            _states.Cancel(subscription);
            return;
        }

        subscription.MoveTo(SubscriptionStatus.OnHold);
        _states.Tell(subscription, "on_hold");
        _reminders.Start(subscription, outstanding.Payments[^1].Id);
    }

    private void Recover(Subscription subscription, OutstandingInvoice outstanding, Payment payment)
    {
        if (subscription.OutstandingInvoice != outstanding)
            return;

        subscription.OutstandingInvoice = null;
        if (payment.Method is { } method && method != subscription.Method)
        {
            subscription.Method = method;
            state.Events.Raise("subscription.update_payment_method", subscription.Id);
        }

        subscription.MoveTo(SubscriptionStatus.Active);
        var renewals = new Renewals(state, payments);
        if (outstanding.IsRenewal)
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
    private void ScheduleRetry(
        Subscription subscription,
        OutstandingInvoice outstanding,
        Payment failed,
        DateTimeOffset since
    )
    {
        var attempt = failed.RetryAttempt + 1;
        if (
            !outstanding.IsRenewal
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
            if (subscription.OutstandingInvoice != outstanding)
                return;

            if (subscription.HasOpenPayment)
            {
                state.Schedule(TimeSpan.FromHours(1), Retry);
                return;
            }

            Pay(
                subscription,
                outstanding,
                subscription.ChargeableMethod,
                onPage: false,
                attempt,
                payment => ScheduleRetry(subscription, outstanding, payment, since)
            );
        }
    }
}
