using DodoUpsell.Charging;
using DodoUpsell.Diagnostics;

namespace DodoUpsell.Withdrawals;

/// <summary>
/// Requests the refunds of a withdrawal, each at most once unless the request was provably not executed. It marks a refund
/// durably before the request, and recognises it by its metadata afterwards.
/// </summary>
internal sealed class WithdrawalRefunder(WithdrawalEngine engine)
{
    // With the growing delays, this is most of a day.
    private const int MaxSends = 20;

    // A refund of someone else that stays open for longer is not waited for.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(10);

    private readonly RefundSearch _search = new(engine);

    public async Task RefundAsync(WithdrawalTurn turn, CancellationToken cancellationToken)
    {
        if (!turn.Work.IsDecided)
            return;
        foreach (var refund in turn.Work.Refunds)
        {
            if (turn.IsLost)
                return;
            try
            {
                var step = refund.Status switch
                {
                    WithdrawalRefundStatus.Planned => StartAsync(turn, refund, cancellationToken),
                    WithdrawalRefundStatus.Sending => FindAsync(turn, refund, cancellationToken),
                    WithdrawalRefundStatus.Pending => FollowAsync(turn, refund, cancellationToken),
                    _ => Task.CompletedTask,
                };
                await step.ConfigureAwait(false);
            }
            catch (DodoException e)
            {
                // A read failed. Other refunds do not wait for it.
                Log.WithdrawalRefundNotRead(engine.Log, turn.Record.Id, refund.PaymentId, e.GetType().Name);
            }
        }
    }

    private async Task StartAsync(WithdrawalTurn turn, WithdrawalRefund refund, CancellationToken cancellationToken)
    {
        var payment = await engine.Dodo.Payments.GetAsync(refund.PaymentId, cancellationToken).ConfigureAwait(false);
        if (await _search.FindAsync(turn.Record.Id, payment, cancellationToken).ConfigureAwait(false) is { } found)
        {
            await SaveAsync(turn, RefundResult.Of(refund, found), cancellationToken).ConfigureAwait(false);
            return;
        }

        var step = RefundStep.Of(refund, payment);
        if (step is RefundStep.Divide divide)
        {
            step = RefundStep.Divided(
                divide.Amount,
                payment,
                await engine.Dodo.Payments.ListLineItemsAsync(refund.PaymentId, cancellationToken).ConfigureAwait(false)
            );
        }

        switch (step)
        {
            case RefundStep.NotNeeded:
                await SaveAsync(turn, refund with { Status = WithdrawalRefundStatus.NotNeeded }, cancellationToken)
                    .ConfigureAwait(false);
                break;
            case RefundStep.Review review:
                await ReviewAsync(turn, refund, review.Reason, cancellationToken).ConfigureAwait(false);
                break;
            case RefundStep.Wait when engine.Clock.GetUtcNow() - turn.Record.ConfirmedAt > MaxWait:
                await ReviewAsync(turn, refund, WithdrawalReviewReason.AmountUnclear, cancellationToken)
                    .ConfigureAwait(false);
                break;
            case RefundStep.Send send:
                await SendAsync(turn, refund, send, cancellationToken).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    private async Task SendAsync(
        WithdrawalTurn turn,
        WithdrawalRefund refund,
        RefundStep.Send send,
        CancellationToken cancellationToken
    )
    {
        if (refund.Sends >= MaxSends)
        {
            await ReviewAsync(turn, refund, WithdrawalReviewReason.RefundRefused, cancellationToken)
                .ConfigureAwait(false);
            return;
        }

        var marked = refund with
        {
            Status = WithdrawalRefundStatus.Sending,
            SentAt = engine.Clock.GetUtcNow(),
            Sends = refund.Sends + 1,
            ErrorCode = null,
        };
        var started = engine.Clock.GetTimestamp();
        if (!await SaveAsync(turn, marked, cancellationToken).ConfigureAwait(false))
            return;

        // The mark may be old, because the process stood still: another node may consider the search over.
        if (
            engine.Clock.GetElapsedTime(started) > ChargeTimes.MarkLifetime
            || engine.Clock.GetUtcNow() - marked.SentAt > ChargeTimes.MarkLifetime
        )
        {
            await SaveAsync(turn, refund, cancellationToken).ConfigureAwait(false);
            return;
        }

        var result = await RequestAsync(turn.Record.Id, marked, send).ConfigureAwait(false);

        // The result is recorded even if the app is stopping.
        if (!ReferenceEquals(result, marked))
            await SaveAsync(turn, result, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<WithdrawalRefund> RequestAsync(
        string withdrawalId,
        WithdrawalRefund marked,
        RefundStep.Send send
    )
    {
        try
        {
            var refund = await engine
                .Dodo.Refunds.CreateAsync(
                    new()
                    {
                        PaymentId = marked.PaymentId,
                        Items = send.Items,
                        Reason = $"Withdrawal {withdrawalId}",
                        Metadata = new() { [WithdrawalRefund.MetadataKey] = withdrawalId },
                    },
                    // A request that left is awaited even if the app is stopping.
                    CancellationToken.None
                )
                .ConfigureAwait(false);
            return RefundResult.Of(marked, refund);
        }
        catch (DodoApiException e)
        {
            return RefundResult.Refused(marked, e);
        }
        catch (Exception e) when (e is DodoConnectionException or DodoTimeoutException)
        {
            // The client throws these for a charge only if nothing was executed.
            return marked with { Status = WithdrawalRefundStatus.Planned };
        }
        catch (DodoUnknownOutcomeException)
        {
            Log.WithdrawalRefundUnknown(engine.Log, withdrawalId, marked.PaymentId);
            return marked;
        }
    }

    private async Task FindAsync(WithdrawalTurn turn, WithdrawalRefund refund, CancellationToken cancellationToken)
    {
        var payment = await engine.Dodo.Payments.GetAsync(refund.PaymentId, cancellationToken).ConfigureAwait(false);
        if (await _search.FindAsync(turn.Record.Id, payment, cancellationToken).ConfigureAwait(false) is { } found)
            await SaveAsync(turn, RefundResult.Of(refund, found), cancellationToken).ConfigureAwait(false);
        else if (PaymentVerdicts.Of(payment) == PaymentVerdict.Refunded)
            await SaveAsync(
                    turn,
                    refund with
                    {
                        Status = WithdrawalRefundStatus.Succeeded,
                        Amount = payment.Total,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        else if (engine.Charges.Times.IsSearchOver(refund.SentAt!.Value, engine.Clock.GetUtcNow()))
            await ReviewAsync(turn, refund, WithdrawalReviewReason.RefundUnknown, cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task FollowAsync(WithdrawalTurn turn, WithdrawalRefund refund, CancellationToken cancellationToken)
    {
        var current = await engine.Dodo.Refunds.GetAsync(refund.RefundId!, cancellationToken).ConfigureAwait(false);
        var result = RefundResult.Of(refund, current);
        if (result != refund)
            await SaveAsync(turn, result, cancellationToken).ConfigureAwait(false);
    }

    private static Task<bool> ReviewAsync(
        WithdrawalTurn turn,
        WithdrawalRefund refund,
        WithdrawalReviewReason reason,
        CancellationToken cancellationToken
    ) =>
        SaveAsync(
            turn,
            refund with
            {
                Status = WithdrawalRefundStatus.NeedsReview,
                ReviewReason = reason,
            },
            cancellationToken
        );

    private static Task<bool> SaveAsync(
        WithdrawalTurn turn,
        WithdrawalRefund refund,
        CancellationToken cancellationToken
    ) => turn.SaveAsync(turn.Work.With(refund), cancellationToken);
}
