using DodoUpsell.Offers.Breaking;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Offers.Revenue;

/// <summary>
/// Records the money of offers from webhooks, and pauses a rule whose payments are disputed too often. It runs after
/// the handler that settles charges.
/// </summary>
internal sealed class OfferMoneyWebhookHandler(OfferEngine engine) : ISystemWebhookHandler
{
    private readonly OfferMoneyRecorder _recorder = new(engine);
    private readonly RuleBreaker _breaker = new(engine);

    public Task HandleAsync(WebhookEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken)
    {
        if (engine.Catalogue.Rules.Count == 0)
            return Task.CompletedTask;
        return webhookEvent switch
        {
            PaymentEvent { Data: { } payment } when payment.Status == PaymentStatus.Succeeded => _recorder.RecordAsync(
                payment,
                cancellationToken
            ),
            RefundEvent { Data: { PaymentId.Length: > 0 } refund } when refund.Status == RefundStatus.Succeeded =>
                _recorder.RecordAsync(
                    refund.PaymentId,
                    OfferMoneyKind.Refund,
                    refund.RefundId,
                    refund.AmountMoney,
                    refund.CreatedAt,
                    cancellationToken
                ),
            DisputeEvent { Data: { PaymentId.Length: > 0 } dispute } => DisputedAsync(
                dispute,
                webhookEvent.Timestamp,
                cancellationToken
            ),
            _ => Task.CompletedTask,
        };
    }

    private async Task DisputedAsync(Dispute dispute, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var payment = await _recorder
            .RecordAsync(
                dispute.PaymentId,
                OfferMoneyKind.DisputeOpened,
                $"{dispute.DisputeId}:opened",
                amount: null,
                dispute.CreatedAt,
                cancellationToken
            )
            .ConfigureAwait(false);
        if (
            dispute.DisputeStatus == DisputeStatus.DisputeLost
            || dispute.DisputeStatus == DisputeStatus.DisputeAccepted
        )
        {
            await _recorder
                .RecordAsync(
                    dispute.PaymentId,
                    OfferMoneyKind.DisputeLost,
                    dispute.DisputeId,
                    amount: null,
                    at,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        if (
            payment?.OfferId is { } offerId
            && await engine.Store.FindAsync(engine.Environment, offerId, cancellationToken).ConfigureAwait(false)
                is { } offer
        )
            await _breaker.CheckAsync(offer.RuleId, cancellationToken).ConfigureAwait(false);
    }
}
