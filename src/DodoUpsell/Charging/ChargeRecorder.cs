using System.Globalization;
using DodoUpsell.Diagnostics;
using DodoUpsell.PlanChanges;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Charging;

/// <summary>Brings records in line with the API's payments, whoever noticed first: the answer, a webhook, or the reconciler.</summary>
internal sealed class ChargeRecorder(IDodoClient dodo, IChargeLedger ledger, Func<ChargingOptions> options, TimeProvider clock, ILogger log)
{
    /// <summary>How much earlier than an attempt its payment is looked for: clocks differ, and some are set to another zone. Metadata tell what is found too early.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromDays(1);

    private readonly PlanChangeReading _planChanges = new(dodo);

    /// <summary>Records what a payment's state means for its key.</summary>
    /// <returns>The record as it is afterwards; null when the ledger does not know the key.</returns>
    public async Task<ChargeRecord?> ApplyAsync(ChargeKey key, string attemptId, Payment payment, CancellationToken cancellationToken)
    {
        var before = await ledger.FindAsync(dodo.Environment, key, cancellationToken).ConfigureAwait(false);
        if (before is null) return null;
        if (PlanChangeReading.Concerns(before)) return (await ReadPlanChangeAsync(before, payment, cancellationToken).ConfigureAwait(false)).Record;
        if (IsSecondPayment(before, payment)) Log.SecondPayment(log, key.Value, before.PaymentId, payment.PaymentId);

        var after = await ChangeAsync(before, record => ChargeTransitions.Seen(record, attemptId, payment, clock.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        if (after.Version != before.Version && PaymentVerdicts.Of(payment) == PaymentVerdict.PartlyPaid) Log.PartlyPaid(log, payment.PaymentId);
        return after;
    }

    /// <summary>Reads what became of an open record and records what it finds.</summary>
    /// <returns>The record as it is afterwards, and whether a payment of it was found under way.</returns>
    public async Task<(ChargeRecord Record, bool UnderWay)> ReadAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        if (PlanChangeReading.Concerns(record)) return await ReadPlanChangeAsync(record, seen: null, cancellationToken).ConfigureAwait(false);
        if (record is { State: ChargeState.Waiting, PaymentId: { } paymentId })
        {
            var payment = await dodo.Payments.GetAsync(paymentId, cancellationToken).ConfigureAwait(false);
            return (await ApplyAsync(record.Key, AttemptOf(record, payment), payment, cancellationToken).ConfigureAwait(false) ?? record, ChargeTransitions.IsUnderWay(payment));
        }

        // Nothing has left for a claim.
        if (record.State == ChargeState.Claimed) return (record, false);
        var found = await SearchAsync(record, cancellationToken).ConfigureAwait(false);
        foreach (var (attemptId, payment) in found)
        {
            record = await ApplyAsync(record.Key, attemptId, payment, cancellationToken).ConfigureAwait(false) ?? record;
        }

        return (record, found.Any(pair => ChargeTransitions.IsUnderWay(pair.Payment)));
    }

    /// <summary>Reads what became of an open record, and decides when to look again, or that nothing can turn up any more.</summary>
    public async Task<ChargeRecord> CheckAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        // What was not there is judged by the time before it was looked for: the process may stand still in between.
        var asOf = clock.GetUtcNow();
        var (read, underWay) = await ReadAsync(record, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(read, open => After(open, record.State, underWay, asOf), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a record by compare-and-set, on what others have made of it meanwhile; null from <paramref name="change"/> leaves it.</summary>
    public async Task<ChargeRecord> ChangeAsync(ChargeRecord record, Func<ChargeRecord, ChargeRecord?> change, CancellationToken cancellationToken)
    {
        for (var current = record; ;)
        {
            if (change(current) is not { } changed) return current;
            if (await ledger.TryUpdateAsync(changed, null, cancellationToken).ConfigureAwait(false))
            {
                Report(current, changed);
                return changed;
            }

            current = await ledger.FindAsync(dodo.Environment, record.Key, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("A charge vanished from the ledger while it was being settled: do not remove open charges.");
        }
    }

    // A subscription's later payments carry the metadata of the purchase that began it.
    private static bool IsSecondPayment(ChargeRecord record, Payment payment) =>
        record.State == ChargeState.Succeeded
        && payment.Status == PaymentStatus.Succeeded
        && !string.Equals(record.PaymentId, payment.PaymentId, StringComparison.Ordinal)
        && (payment.SubscriptionId is null || !string.Equals(record.SubscriptionId, payment.SubscriptionId, StringComparison.Ordinal));

    // A plan change has succeeded when the subscription shows it too, and some have no payment at all.
    private async Task<(ChargeRecord Record, bool UnderWay)> ReadPlanChangeAsync(ChargeRecord record, Payment? seen, CancellationToken cancellationToken)
    {
        if (record.SentAt is null) return (record, false);
        var evidence = await _planChanges.ReadAsync(record, seen, cancellationToken).ConfigureAwait(false);
        var after = await ChangeAsync(record, current => PlanChangeTransitions.Seen(current, evidence, options().GracePeriod, clock.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        return (after, evidence.IsUnderWay);
    }

    // What changed while we read is left for the next look: it was not what we looked for.
    private ChargeRecord? After(ChargeRecord record, ChargeState lookedAt, bool underWay, DateTimeOffset asOf)
    {
        if (!record.State.IsOpen()) return null;
        return underWay || record.State != lookedAt
            ? ChargeTransitions.LookLater(record, clock.GetUtcNow())
            : ChargeTransitions.NotFound(record, options().GracePeriod, asOf);
    }

    // Metadata cannot be searched for: list what the customer paid since, and compare. Dues carry none of ours: they are what is new.
    private async Task<List<(string AttemptId, Payment Payment)>> SearchAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        var found = new List<(string AttemptId, Payment Payment)>();
        var isDues = DuesCharge.Concerns(record);
        var list = new ListPaymentsRequest { CustomerId = isDues ? null : record.CustomerId, SubscriptionId = isDues ? record.SubscriptionId : null, CreatedFrom = record.Attempts[0].StartedAt - Skew, PageSize = 100 };
        await foreach (var row in dodo.Payments.ListAsync(list, cancellationToken).ConfigureAwait(false))
        {
            var attemptId = record.Attempts[^1].Id;
            var isOurs = isDues ? DuesCharge.MayHaveMade(record, row.PaymentId) : ChargeTags.TryRead(row.Metadata, out var key, out attemptId) && key == record.Key;
            if (!isOurs) continue;
            var payment = await dodo.Payments.GetAsync(row.PaymentId, cancellationToken).ConfigureAwait(false);
            if (!isDues || !IsFailedRetry(payment)) found.Add((attemptId, payment));
        }

        // A failure says nothing while another payment of the key is under way.
        return [.. found.OrderBy(pair => PaymentVerdicts.Of(pair.Payment) == PaymentVerdict.Declined).ThenBy(pair => pair.Payment.CreatedAt)];
    }

    // The API charges dues again by itself now and then; that such a try failed is nothing of ours.
    private static bool IsFailedRetry(Payment payment) => payment.RetryAttempt > 0 && PaymentVerdicts.Of(payment) == PaymentVerdict.Declined;

    private static string AttemptOf(ChargeRecord record, Payment payment) =>
        ChargeTags.TryRead(payment.Metadata, out var key, out var attemptId) && key == record.Key ? attemptId : record.Attempts[^1].Id;

    private void Report(ChargeRecord before, ChargeRecord after)
    {
        if (before.State == after.State) return;
        Log.ChargeMoved(log, after.Flow, before.State, after.State);
        if (after.State.IsOpen()) return;
        ChargeMetrics.Settled(after);
        if (after.Charged is { } charged && PriceDrift.Between(after.PriceShown, charged) is { } drift) Log.PriceDrifted(log, after.Flow, drift.Shown.ToString(CultureInfo.InvariantCulture), drift.Charged.ToString(CultureInfo.InvariantCulture));
    }
}
