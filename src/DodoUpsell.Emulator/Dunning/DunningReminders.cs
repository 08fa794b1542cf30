using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Subscriptions;

namespace DodoUpsell.Emulator.Dunning;

/// <summary>
/// Reminds customers of subscriptions that were not paid. No e-mail is sent here; the events of it are.
/// </summary>
internal sealed class DunningReminders(World world)
{
    // The last of the four reminders.
    private static readonly TimeSpan Length = TimeSpan.FromDays(7);

    public void Start(Subscription subscription, string? paymentId = null)
    {
        if (!world.Options.Subscriptions.Dunning || Running(subscription) is not null)
            return;

        var attempt = new DunningAttempt
        {
            Id = world.Ids.Next("dun"),
            Subscription = subscription,
            Trigger = subscription.Status,
            CreatedAt = world.Now,
            PaymentId = paymentId,
        };
        world.DunningAttempts.Put(attempt);
        world.Events.Raise("dunning.started", attempt.Id);
        world.Schedule(Length, () => End(attempt, DunningAttempt.Exhausted));
    }

    public void Recover(Subscription subscription, string paymentId)
    {
        if (Running(subscription) is not { } attempt)
            return;

        attempt.PaymentId = paymentId;
        End(attempt, DunningAttempt.Recovered);
        world.Events.Raise("dunning.recovered", attempt.Id);
    }

    private static void End(DunningAttempt attempt, string status)
    {
        if (attempt.Status is DunningAttempt.Recovering)
            attempt.Status = status;
    }

    private DunningAttempt? Running(Subscription subscription) =>
        world.DunningAttempts.FirstOrDefault(attempt =>
            attempt.Subscription == subscription && attempt.Status is DunningAttempt.Recovering
        );
}
