using DodoUpsell.Diagnostics;

namespace DodoUpsell.Withdrawals;

/// <summary>Cancels the subscription of a withdrawal at once. Repeating it changes nothing.</summary>
internal sealed class WithdrawalCanceller(WithdrawalEngine engine)
{
    public async Task CancelAsync(WithdrawalTurn turn, CancellationToken cancellationToken)
    {
        if (
            turn.IsLost
            || turn.Work is not { Cancellation: WithdrawalCancellation.Due, SubscriptionId: { } subscriptionId }
        )
            return;
        try
        {
            var isOver = await TryAsync(subscriptionId, cancellationToken).ConfigureAwait(false);
            await turn.SaveAsync(
                    isOver
                        ? turn.Work with
                        {
                            Cancellation = WithdrawalCancellation.Done,
                        }
                        : turn.Work with
                        {
                            Cancellation = WithdrawalCancellation.Refused,
                            Reason = WithdrawalReviewReason.CancellationRefused,
                        },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (DodoException e)
        {
            // The refunds do not wait for it.
            Log.WithdrawalNotCancelled(engine.Log, turn.Record.Id, subscriptionId, e.GetType().Name);
        }
    }

    private async Task<bool> TryAsync(string id, CancellationToken cancellationToken)
    {
        if (await IsOverAsync(id, cancellationToken).ConfigureAwait(false))
            return true;
        try
        {
            var changed = await engine
                .Dodo.Subscriptions.UpdateAsync(
                    id,
                    new() { Status = SubscriptionStatus.Cancelled, CancelReason = CancelReason.CancelledByCustomer },
                    cancellationToken
                )
                .ConfigureAwait(false);
            return IsOver(changed.Status) || await IsOverAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoApiException e) when (!e.IsTransient && (int)e.StatusCode is not (401 or 403))
        {
            // Someone else may have cancelled it meanwhile.
            return await IsOverAsync(id, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsOverAsync(string id, CancellationToken cancellationToken) =>
        IsOver((await engine.Dodo.Subscriptions.GetAsync(id, cancellationToken).ConfigureAwait(false)).Status);

    private static bool IsOver(SubscriptionStatus status) =>
        status == SubscriptionStatus.Cancelled
        || status == SubscriptionStatus.Expired
        || status == SubscriptionStatus.Failed;
}
