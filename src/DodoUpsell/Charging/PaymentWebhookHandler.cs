using DodoUpsell.Diagnostics;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Charging;

/// <summary>Settles charges from the payments in webhooks, and records refunds and lost disputes of charges.</summary>
internal sealed class PaymentWebhookHandler(ChargeEngine engine) : ISystemWebhookHandler
{
    public Task HandleAsync(WebhookEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken) =>
        webhookEvent switch
        {
            PaymentEvent { Data: { Charge: { } charge } payment } => SettleAsync(charge, payment, cancellationToken),
            RefundEvent { Data: { PaymentId.Length: > 0 } refund } when refund.Status == RefundStatus.Succeeded =>
                TellAsync(
                    refund.PaymentId,
                    ChargeSettlementKind.Refund,
                    refund.RefundId,
                    refund.AmountMoney,
                    cancellationToken
                ),
            DisputeEvent { Data: { PaymentId.Length: > 0 } dispute }
                when dispute.DisputeStatus == DisputeStatus.DisputeLost
                    || dispute.DisputeStatus == DisputeStatus.DisputeAccepted => TellAsync(
                dispute.PaymentId,
                ChargeSettlementKind.DisputeLost,
                dispute.DisputeId,
                amount: null,
                cancellationToken
            ),
            _ => Task.CompletedTask,
        };

    private async Task SettleAsync(ChargeReference charge, Payment payment, CancellationToken cancellationToken)
    {
        if (!await engine.Recorder.ApplyAsync(charge, payment, cancellationToken).ConfigureAwait(false))
            Log.PaymentWithoutRecord(engine.Log, payment.PaymentId);
    }

    // Refunds and disputes do not contain the payment's metadata, so the payment is read. Reading it also settles the
    // charge if it is not settled yet.
    private async Task TellAsync(
        string paymentId,
        ChargeSettlementKind kind,
        string sourceId,
        Money? amount,
        CancellationToken cancellationToken
    )
    {
        var payment = await engine.Dodo.Payments.GetAsync(paymentId, cancellationToken).ConfigureAwait(false);
        if (payment.Charge is not { } charge)
            return;
        await SettleAsync(charge, payment, cancellationToken).ConfigureAwait(false);
        if (
            await engine.Recorder.FindAsync(charge, cancellationToken).ConfigureAwait(false) is { } record
            && string.Equals(record.PaymentId, paymentId, StringComparison.Ordinal)
        )
        {
            await engine.Recorder.TellAsync(record, kind, sourceId, amount, cancellationToken).ConfigureAwait(false);
        }
    }
}
