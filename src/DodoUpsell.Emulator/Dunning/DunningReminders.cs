using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Subscriptions;

namespace DodoUpsell.Emulator.Dunning;

/// <summary>Reminds customers of unpaid subscriptions. No e-mail is sent; only the events are.</summary>
internal sealed class DunningReminders(EmulatorState state)
{
    // The time of the last of the four reminders.
    private static readonly TimeSpan Length = TimeSpan.FromDays(7);

    public void Start(Subscription subscription, string? paymentId = null)
    {
        if (!state.Options.Subscriptions.Dunning || Running(subscription) is not null)
            return;

        var attempt = new DunningAttempt
        {
            Id = state.Ids.Next("dun"),
            Subscription = subscription,
            Trigger = subscription.Status,
            CreatedAt = state.Now,
            PaymentId = paymentId,
        };
        state.DunningAttempts.Put(attempt);
        state.Events.Raise("dunning.started", attempt.Id);
        state.Schedule(Length, () => End(attempt, DunningAttempt.Exhausted));
    }

    public void Recover(Subscription subscription, string paymentId)
    {
        if (Running(subscription) is not { } attempt)
            return;

        attempt.PaymentId = paymentId;
        End(attempt, DunningAttempt.Recovered);
        state.Events.Raise("dunning.recovered", attempt.Id);
    }

    private static void End(DunningAttempt attempt, string status)
    {
        if (attempt.Status is DunningAttempt.Recovering)
            attempt.Status = status;
    }

    private DunningAttempt? Running(Subscription subscription) =>
        state.DunningAttempts.FirstOrDefault(attempt =>
            attempt.Subscription == subscription && attempt.Status is DunningAttempt.Recovering
        );
}
