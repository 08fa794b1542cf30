using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>What reading found of a plan change: its payment if there is one, and whether the subscription has the new plan.</summary>
internal sealed record PlanChangeEvidence(Payment? Payment, string AttemptId, bool IsShown)
{
    /// <summary>Whether something of it is on its way, so that nothing may be given up.</summary>
    public bool IsUnderWay => Payment is not null && ChargeTransitions.IsUnderWay(Payment);
}

/// <summary>Reads what became of a plan change: the payment by its metadata, then the subscription.</summary>
internal sealed class PlanChangeReading(IDodoClient dodo)
{
    public static bool Concerns(ChargeRecord record) => string.Equals(record.Flow, PlanChangeFlow.Name, StringComparison.Ordinal);

    public async Task<PlanChangeEvidence> ReadAsync(ChargeRecord record, Payment? seen, CancellationToken cancellationToken)
    {
        var payment = seen ?? await FindPaymentAsync(record, cancellationToken).ConfigureAwait(false);
        var subscription = await dodo.Subscriptions.GetAsync(record.SubscriptionId!, cancellationToken).ConfigureAwait(false);
        var attemptId = payment is not null && ChargeTags.TryRead(payment.Metadata, out _, out var tagged) ? tagged : record.Attempts[^1].Id;
        return new PlanChangeEvidence(payment, attemptId, PlanChangeDetails.Of(record)?.AreShownBy(subscription) == true);
    }

    // One request was sent for the key, so one payment exists at most; were there more, the one that took money counts.
    private async Task<Payment?> FindPaymentAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        if (record.PaymentId is { } known) return await dodo.Payments.GetAsync(known, cancellationToken).ConfigureAwait(false);
        Payment? found = null;
        var list = new ListPaymentsRequest { SubscriptionId = record.SubscriptionId, CreatedFrom = record.Attempts[0].StartedAt - ChargeRecorder.Skew, PageSize = 100 };
        await foreach (var row in dodo.Payments.ListAsync(list, cancellationToken).ConfigureAwait(false))
        {
            if (!ChargeTags.TryRead(row.Metadata, out var key, out _) || key != record.Key) continue;
            if (found?.Status != PaymentStatus.Succeeded) found = await dodo.Payments.GetAsync(row.PaymentId, cancellationToken).ConfigureAwait(false);
        }

        return found;
    }
}
