using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Events;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Refunds;

/// <summary>Starts refunds and brings them to a final status.</summary>
internal sealed class RefundProcessor(EmulatorState state)
{
    public Refund Start(
        Payment payment,
        IReadOnlyDictionary<string, int> items,
        string? reason,
        JsonObject metadata,
        PaymentSettlement settlement
    )
    {
        var amount = items.Values.Sum();
        var refund = new Refund
        {
            Id = state.Ids.Next("ref"),
            CreatedAt = state.Now,
            Payment = payment,
            Items = items,
            Amount = amount,
            IsPartial = amount < payment.Cart.Total,
            Reason = reason,
            Metadata = (JsonObject)metadata.DeepClone(),
        };
        state.Refunds.Put(refund);
        payment.Refunds.Add(refund);
        if (settlement.Delay == TimeSpan.Zero)
            Settle(refund);
        else
            state.Schedule(settlement.Delay, () => Settle(refund));

        return refund;
    }

    public void Settle(Refund refund)
    {
        if (refund.Status is not RefundStatus.Pending)
            return;

        refund.Status = RefundStatus.Succeeded;
        refund.Payment.UpdatedAt = state.Now;
        state.Events.Raise(EventTypes.RefundSucceeded, refund.Id);
    }
}
