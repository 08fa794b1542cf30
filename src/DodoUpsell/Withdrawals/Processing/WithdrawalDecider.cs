using DodoUpsell.Diagnostics;

namespace DodoUpsell.Withdrawals;

/// <summary>Asks the policy what happens with a withdrawal, and plans the refunds. The plan is stored before any of it is
/// executed.</summary>
internal sealed class WithdrawalDecider(WithdrawalEngine engine)
{
    private readonly WithdrawalContracts _contracts = new(engine);

    public async Task DecideAsync(WithdrawalTurn turn, CancellationToken cancellationToken)
    {
        if (turn.IsLost || turn.Work.IsDecided)
            return;
        try
        {
            var (work, customerId) = await PlanAsync(turn, cancellationToken).ConfigureAwait(false);
            await turn.SaveAsync(
                    work with
                    {
                        IsDecided = true,
                    },
                    cancellationToken,
                    record =>
                        customerId is null || record.CustomerId.Length > 0
                            ? record
                            : record with
                            {
                                CustomerId = customerId,
                            }
                )
                .ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.WithdrawalNotDecided(engine.Log, turn.Record.Id, turn.Record.Attempts, e.GetType().Name);
        }
    }

    private async Task<(WithdrawalWork, string? CustomerId)> PlanAsync(
        WithdrawalTurn turn,
        CancellationToken cancellationToken
    )
    {
        var (record, work) = (turn.Record, turn.Work);
        var confirmedAt = record.ConfirmedAt!.Value;
        var reading = await _contracts
            .ReadAsync(record.ContractId, confirmedAt, cancellationToken)
            .ConfigureAwait(false);
        if (reading is null || (record.CustomerId.Length > 0 && !Same(record.CustomerId, reading.Contract.CustomerId)))
            return (work with { Reason = WithdrawalReviewReason.ContractNotFound }, null);

        // The contract was confirmed by the id of a payment while the API was unavailable. Another withdrawal may name the
        // same subscription.
        if (reading.IsShared || !Same(reading.Contract.Id, record.ContractId))
            return (work with { Reason = WithdrawalReviewReason.SharedPayment }, reading.Contract.CustomerId);

        var payments = new List<Payment>();
        foreach (var id in reading.PaymentIds)
            payments.Add(
                reading.Purchase ?? await engine.Dodo.Payments.GetAsync(id, cancellationToken).ConfigureAwait(false)
            );
        var decision = await engine
            .Services.DecideAsync(
                new WithdrawalPolicyContext
                {
                    Withdrawal = WithdrawalView.Of(record) with { Contract = reading.Contract },
                    IsInTime = confirmedAt < reading.Contract.WithdrawableUntil,
                    Payments = payments,
                    Subscription = reading.Subscription,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        var shared =
            decision.RefundsInFull && reading.Subscription is { } subscription
                ? await SharedAsync(payments, subscription, cancellationToken).ConfigureAwait(false)
                : [];
        return (Planned(work, decision, reading, payments, shared), reading.Contract.CustomerId);
    }

    private static WithdrawalWork Planned(
        WithdrawalWork work,
        WithdrawalDecision decision,
        ContractReading reading,
        List<Payment> payments,
        HashSet<string> shared
    ) =>
        work with
        {
            SubscriptionId = reading.Subscription?.SubscriptionId,
            Cancellation =
                reading.Subscription is not null && decision.CancelsSubscription
                    ? WithdrawalCancellation.Due
                    : WithdrawalCancellation.NotNeeded,
            Reason = decision.ReviewReason,
            Refunds =
                decision.ReviewReason is not null ? []
                : decision.RefundsInFull ? [.. payments.Select(payment => Whole(payment, shared))]
                : decision.Amount is { } amount ? Divided(amount, payments)
                : [],
        };

    private static WithdrawalRefund Whole(Payment payment, HashSet<string> shared) =>
        shared.Contains(payment.PaymentId)
            ? new()
            {
                PaymentId = payment.PaymentId,
                Status = WithdrawalRefundStatus.NeedsReview,
                ReviewReason = WithdrawalReviewReason.SharedPayment,
            }
            : new() { PaymentId = payment.PaymentId };

    /// <summary>
    /// Returns the payments that also pay for something besides the subscription: for another subscription, or for a
    /// product that was bought in the same cart.
    /// </summary>
    private async Task<HashSet<string>> SharedAsync(
        List<Payment> payments,
        Subscription subscription,
        CancellationToken cancellationToken
    )
    {
        var shared = new HashSet<string>(StringComparer.Ordinal);
        var own = new HashSet<string>(
            subscription.Addons.Select(addon => addon.AddonId).Append(subscription.ProductId),
            StringComparer.Ordinal
        );
        foreach (var payment in payments)
        {
            if (payment.Subscriptions().Count != 1)
            {
                shared.Add(payment.PaymentId);
                continue;
            }

            var lines = await engine
                .Dodo.Payments.ListLineItemsAsync(payment.PaymentId, cancellationToken)
                .ConfigureAwait(false);
            foreach (var line in lines.Items)
            {
                // A plan that was changed since is a recurring product as well. Anything else may be another contract.
                if (own.Contains(line.ItemsId))
                    continue;
                if (await _contracts.IsPlanAsync(line.ItemsId, cancellationToken).ConfigureAwait(false))
                    own.Add(line.ItemsId);
                else
                    shared.Add(payment.PaymentId);
            }
        }

        return shared;
    }

    /// <summary>Divides an amount among payments, the newest first.</summary>
    private static List<WithdrawalRefund> Divided(Money amount, List<Payment> payments)
    {
        var parts = new List<WithdrawalRefund>();
        var left = amount.MinorUnits;
        foreach (var payment in payments.Where(one => one.Currency == amount.Currency))
        {
            var part = Math.Min(left, payment.TotalAmount);
            if (part <= 0)
                continue;
            parts.Add(new() { PaymentId = payment.PaymentId, Amount = new Money(part, amount.Currency) });
            left -= part;
        }

        // An amount above what was paid, or in another currency, is not guessed.
        return left == 0
            ? parts
            :
            [
                new()
                {
                    PaymentId = payments.FirstOrDefault()?.PaymentId ?? "",
                    Amount = amount,
                    Status = WithdrawalRefundStatus.NeedsReview,
                    ReviewReason = WithdrawalReviewReason.AmountUnclear,
                },
            ];
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
