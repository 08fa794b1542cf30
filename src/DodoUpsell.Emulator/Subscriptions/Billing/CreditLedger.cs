using DodoUpsell.Emulator.Engine;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>Changes the credit of subscriptions and records every movement.</summary>
internal sealed class CreditLedger(EmulatorState state)
{
    public void Grant(Subscription subscription, long amount, string? paymentId = null) =>
        Move(subscription, CreditEntry.Granted, amount, paymentId);

    public void Use(Subscription subscription, long amount) =>
        Move(subscription, CreditEntry.Used, -amount, paymentId: null);

    public void Restore(Subscription subscription, long amount, string? paymentId) =>
        Move(subscription, CreditEntry.Restored, amount, paymentId);

    /// <summary>Removes the remaining credit. Credit belongs to one subscription and ends with it.</summary>
    public void Forfeit(Subscription subscription) =>
        Move(subscription, CreditEntry.Lost, -subscription.Credit, paymentId: null);

    private void Move(Subscription subscription, string type, long amount, string? paymentId)
    {
        if (amount == 0)
            return;

        subscription.Credit += amount;
        state.Credits.Put(
            new CreditEntry(
                state.Ids.Next("cle"),
                type,
                subscription.Id,
                subscription.Customer.Id,
                amount,
                subscription.Credit,
                subscription.Plan.Price.Currency,
                paymentId,
                state.Now
            )
        );
    }
}
