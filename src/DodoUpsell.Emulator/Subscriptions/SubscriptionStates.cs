using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Dunning;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Subscriptions.Billing;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Changes the status of subscriptions and raises the events.</summary>
internal sealed class SubscriptionStates(EmulatorState state, PaymentProcessor payments)
{
    public const string CancelledWithDunning = "cancelled_by_merchant_send_dunning";

    private readonly DunningReminders _reminders = new(state);
    private readonly CreditLedger _credits = new(state);

    public void Tell(Subscription subscription, params ReadOnlySpan<string> events)
    {
        foreach (var name in events)
            state.Events.Raise($"subscription.{name}", subscription.Id);
        state.Events.Raise("subscription.updated", subscription.Id);
    }

    public void Fail(Subscription subscription)
    {
        subscription.MoveTo(SubscriptionStatus.Failed);
        Tell(subscription, "failed");
    }

    public void Cancel(Subscription subscription)
    {
        subscription.CancelledAt = state.Now;
        End(subscription, SubscriptionStatus.Cancelled);
        Tell(subscription, "cancelled");
        if (subscription.CancelReason is CancelledWithDunning)
            _reminders.Start(subscription);
    }

    public void Expire(Subscription subscription)
    {
        End(subscription, SubscriptionStatus.Expired);
        Tell(subscription, "expired");
    }

    public void Pause(Subscription subscription)
    {
        subscription.MoveTo(SubscriptionStatus.Paused);
        subscription.PausedAt = state.Now;
        subscription.Timetable++;
        Tell(subscription, "paused");
    }

    /// <summary>Ends a pause. All later dates move by its length.</summary>
    public void Resume(Subscription subscription)
    {
        var pause = state.Now - (subscription.PausedAt ?? state.Now);
        subscription.MoveTo(SubscriptionStatus.Active);
        subscription.PausedAt = null;
        subscription.Cycle = subscription.Cycle.Shifted(pause);
        subscription.ExpiresAt = subscription.ExpiresAt.Later(pause);
        if (subscription.Trial is { } trial)
            subscription.Trial = trial with { EndsAt = trial.EndsAt.Later(pause) };

        Tell(subscription, "unpaused");
    }

    // The status is set first: payments that are cancelled with it must find nothing to put on hold.
    private void End(Subscription subscription, string status)
    {
        subscription.MoveTo(status);
        subscription.Timetable++;
        subscription.OutstandingInvoice = null;
        subscription.ScheduledChange = null;
        if (subscription.LatestPayment is { } latest)
            payments.Cancel(latest);
        if (subscription.PendingChange is { } change)
            payments.Cancel(change);

        _credits.Forfeit(subscription);
    }
}
