using DodoUpsell.Webhooks;

namespace DodoUpsell.Withdrawals;

/// <summary>Records the end of refunds that withdrawals requested, whatever became known of them before.</summary>
internal sealed class WithdrawalWebhookHandler(WithdrawalEngine engine) : ISystemWebhookHandler
{
    private const int MaxAttempts = 20;

    public Task HandleAsync(WebhookEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken) =>
        webhookEvent is RefundEvent { Data: { } refund } && RefundSearch.WithdrawalOf(refund) is { Length: > 0 } id
            ? RecordAsync(id, refund, cancellationToken)
            : Task.CompletedTask;

    private async Task RecordAsync(string id, Refund refund, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (
                await engine.Store.FindAsync(engine.Environment, id, cancellationToken).ConfigureAwait(false)
                is not { State: not WithdrawalState.Stated } record
            )
                return;
            var work = WithdrawalWork.Of(record);
            var known = work.Refunds.FirstOrDefault(one =>
                string.Equals(one.PaymentId, refund.PaymentId, StringComparison.Ordinal)
            );
            if (known is null || IsFinal(known, refund))
                return;
            var now = engine.Clock.GetUtcNow();
            var changed = WithdrawalTransitions.Of(record, work.With(RefundResult.Of(known, refund)), now) with
            {
                Version = record.Version + 1,
                DueAt = now,
            };
            if (await engine.Store.TryUpdateAsync(changed, cancellationToken).ConfigureAwait(false))
            {
                WithdrawalEvents.Changed(engine.Log, record, changed);
                engine.Signal.Raise();
                return;
            }
        }

        throw new InvalidOperationException($"Withdrawal {id} changed again and again while a refund was recorded.");
    }

    // A refund that succeeded stays so, and what the seller closed is only corrected by a success. An event of another
    // refund of the payment does not replace it.
    private static bool IsFinal(WithdrawalRefund known, Refund refund) =>
        known.Status == WithdrawalRefundStatus.Succeeded
        || RefundResult.Of(known, refund) == known
        || (known.Status == WithdrawalRefundStatus.Closed && refund.Status != RefundStatus.Succeeded)
        || (
            known.RefundId is { } id
            && !string.Equals(id, refund.RefundId, StringComparison.Ordinal)
            && refund.Status != RefundStatus.Succeeded
        );
}
