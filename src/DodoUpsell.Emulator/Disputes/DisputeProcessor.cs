using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Disputes;

/// <summary>Opens disputes and changes their status.</summary>
internal sealed class DisputeProcessor(EmulatorState state)
{
    public Dispute Open(Payment payment, int? amount, string? reason)
    {
        if (payment.Status is not IntentStatus.Succeeded)
            throw ApiException.Unprocessable(
                ErrorCodes.PaymentNotSucceeded,
                $"payment `{payment.Id}` has not succeeded"
            );

        // A bank does not know about refunds, so a refunded payment can be disputed. An amount that is already in
        // dispute, or lost, cannot be disputed again.
        var undisputed =
            payment.Cart.Total
            - payment
                .Disputes.Where(dispute =>
                    !DisputeStatus.IsFinal(dispute.Status) || DisputeStatus.ReturnsMoney(dispute.Status)
                )
                .Sum(dispute => (long)dispute.Amount);
        var disputed = amount ?? (int)undisputed;
        if (disputed < 1 || disputed > undisputed)
            throw ApiException.InvalidParameters($"{undisputed} of the payment can be disputed, not {disputed}");

        var dispute = new Dispute
        {
            Id = state.Ids.Next("dp"),
            CreatedAt = state.Now,
            Payment = payment,
            Amount = disputed,
            Reason = reason,
        };
        state.Disputes.Put(dispute);
        payment.Disputes.Add(dispute);
        Tell(dispute);
        return dispute;
    }

    public void Move(Dispute dispute, string status)
    {
        if (!DisputeStatus.CanFollow(dispute.Status, status))
            throw ApiException.InvalidParameters($"a dispute that is {dispute.Status} cannot become {status}");

        dispute.Status = status;
        if (DisputeStatus.ReturnsMoney(status))
            dispute.Returned = RefundableItem.Spread(RefundableItem.Of(dispute.Payment), dispute.Amount);

        Tell(dispute);
    }

    // A lost dispute is not a refund: no refund event is sent for it.
    private void Tell(Dispute dispute)
    {
        dispute.Payment.UpdatedAt = state.Now;
        state.Events.Raise($"dispute.{dispute.Status}", dispute.Id);
    }
}
