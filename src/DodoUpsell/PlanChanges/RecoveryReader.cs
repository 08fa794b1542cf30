using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Reads the state of a recovery. Its payment is the one in the response or a new one, and the subscription must no
/// longer be on hold.
/// </summary>
internal sealed class RecoveryReader(IDodoClient dodo) : ChargeReader
{
    /// <summary>Returns whether the subscription has an outstanding payment.</summary>
    public static bool IsOwing(Subscription subscription) =>
        subscription.Status == SubscriptionStatus.OnHold || subscription.Status == SubscriptionStatus.PastDue;

    public override async Task<ChargeEvidence> ReadAsync(
        ChargeRecord record,
        ChargeTimes times,
        CancellationToken cancellationToken
    )
    {
        if (record.SentAt is null)
            return ChargeEvidence.None;
        var attemptId = record.Attempts[^1].Id;
        var payments = record.PaymentId is { } known
            ? [await dodo.Payments.GetAsync(known, cancellationToken).ConfigureAwait(false)]
            : await FindNewAsync(record, times, cancellationToken).ConfigureAwait(false);
        var subscription = await dodo
            .Subscriptions.GetAsync(record.SubscriptionId!, cancellationToken)
            .ConfigureAwait(false);
        return new RecoveryEvidence(
            [.. payments.Select(payment => new SeenPayment(attemptId, payment))],
            subscription.Status == SubscriptionStatus.Active
        );
    }

    public override ChargeRecord? Follow(
        ChargeRecord record,
        ChargeEvidence evidence,
        ChargeTimes times,
        DateTimeOffset now
    )
    {
        var hasLeftHold = evidence is RecoveryEvidence { IsActive: true };
        var named = RecoveryDetails.Of(record).NamedPaymentId;
        return base.Follow(
            record,
            evidence with
            {
                Payments = [.. evidence.Payments.Where(seen => Counts(seen.Payment))],
            },
            times,
            now
        );

        // Another payment of the subscription may have succeeded, such as an automatic retry by the API, without paying
        // the outstanding amount.
        bool Counts(Payment payment) =>
            hasLeftHold
            || string.Equals(payment.PaymentId, named, StringComparison.Ordinal)
            || !(PaymentVerdicts.Of(payment) is PaymentVerdict.Succeeded or PaymentVerdict.Refunded);
    }

    // Payments are distinguished by time and by the earlier list, because an older payment may be listed late.
    private async Task<List<Payment>> FindNewAsync(
        ChargeRecord record,
        ChargeTimes times,
        CancellationToken cancellationToken
    )
    {
        var details = RecoveryDetails.Of(record);
        var found = new List<Payment>();

        // The request arrives long before the charge can be released, and another recovery of the subscription can
        // start only after that.
        var createdTo = record.SentAt + times.GracePeriod - ChargeTimes.ListingLag + times.MaxClockSkew;
        var list = new ListPaymentsRequest
        {
            SubscriptionId = record.SubscriptionId,
            CreatedFrom = details.CreatedFrom,
            PageSize = 100,
        };
        await foreach (var row in dodo.Payments.ListAsync(list, cancellationToken).ConfigureAwait(false))
        {
            if (
                row.CreatedAt < details.CreatedFrom
                || row.CreatedAt > createdTo
                || details.PaymentsBefore.Contains(row.PaymentId, StringComparer.Ordinal)
            )
                continue;
            var payment = await dodo.Payments.GetAsync(row.PaymentId, cancellationToken).ConfigureAwait(false);
            if (!IsFailedRetry(payment))
                found.Add(payment);
        }

        // If there are several, the newest one belongs to the last request.
        return
        [
            .. found
                .OrderBy(payment => PaymentVerdicts.Of(payment).IsWithoutCharge())
                .ThenByDescending(payment => payment.CreatedAt),
        ];
    }

    // The API retries outstanding payments automatically. A failed retry does not belong to this recovery.
    private static bool IsFailedRetry(Payment payment) =>
        payment.RetryAttempt > 0 && PaymentVerdicts.Of(payment).IsWithoutCharge();
}

/// <summary>
/// The evidence for a recovery: payments that may belong to it, and whether the subscription is active again.
/// </summary>
internal sealed record RecoveryEvidence(IReadOnlyList<SeenPayment> Payments, bool IsActive) : ChargeEvidence(Payments);
