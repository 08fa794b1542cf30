using DodoUpsell.Diagnostics;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Charging;

/// <summary>Settles charges by the payments that webhooks carry, whether the answer to the charge came, comes, or was lost.</summary>
internal sealed class PaymentSettling(ChargeEngine engine) : ISystemWebhookHandler
{
    public async Task HandleAsync(WebhookEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
    {
        // Renewals and payments of others carry no key of ours.
        if (webhookEvent is not PaymentEvent { Data: var payment } || !ChargeTags.TryRead(payment.Metadata, out var key, out var attemptId)) return;
        if (await engine.Recorder.ApplyAsync(key, attemptId, payment, cancellationToken).ConfigureAwait(false) is null) Log.PaymentWithoutRecord(engine.Log, payment.PaymentId);
    }
}
