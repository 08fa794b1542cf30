using System.Globalization;
using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Charging;

/// <summary>
/// Brings records in line with the API's payments, whoever noticed first: the answer, a webhook, or the reconciler.
/// Each settlement is recorded with its change.
/// </summary>
internal sealed class ChargeRecorder(ChargeEngine engine)
{
    // Two charges of one attempt lie minutes apart, and the shortest billing interval is a day.
    private static readonly TimeSpan ShortestRenewal = TimeSpan.FromHours(20);

    private DateTimeOffset Now => engine.Clock.GetUtcNow();

    /// <summary>
    /// Returns the record that a payment belongs to, by its attempt alone, or null if the ledger does not know it.
    /// </summary>
    /// <remarks>The key is the fast way to it; a server may have changed the key's text.</remarks>
    public async Task<ChargeRecord?> FindAsync(ChargeReference reference, CancellationToken cancellationToken)
    {
        var byKey =
            reference.Key == default
                ? null
                : await engine
                    .Ledger.FindAsync(engine.Environment, reference.Key, cancellationToken)
                    .ConfigureAwait(false);
        if (byKey is not null && ChargeTransitions.AttemptOf(byKey, reference.AttemptId) is not null)
            return byKey;
        return await engine
            .Ledger.FindByAttemptAsync(engine.Environment, reference.AttemptId, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Records what a payment that was seen means for its charge.</summary>
    /// <returns>Whether the ledger knows the charge.</returns>
    public async Task<bool> ApplyAsync(ChargeReference reference, Payment payment, CancellationToken cancellationToken)
    {
        if (await FindAsync(reference, cancellationToken).ConfigureAwait(false) is not { } record)
            return false;
        var asOf = Now;
        var evidence = await engine
            .ReaderOf(record)
            .SeeAsync(record, new(reference.AttemptId, payment), cancellationToken)
            .ConfigureAwait(false);
        await FollowAsync(record, evidence, asOf, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Reads what became of a record and records what it finds.</summary>
    /// <returns>The record as it is afterwards, and whether a payment of it was found under way.</returns>
    public async Task<(ChargeRecord Record, bool UnderWay)> ReadAsync(
        ChargeRecord record,
        CancellationToken cancellationToken
    )
    {
        // Nothing has left for a claim.
        if (record.State == ChargeState.Claimed && !ChargeTransitions.MayTurnUp(record))
            return (record, false);
        var asOf = Now;
        var evidence = await engine
            .ReaderOf(record)
            .ReadAsync(record, engine.Times, cancellationToken)
            .ConfigureAwait(false);
        var after = await FollowAsync(record, evidence, asOf, cancellationToken).ConfigureAwait(false);
        return (after, evidence.IsUnderWay(after, engine.Times, Judged(asOf)));
    }

    /// <summary>
    /// Reads what became of a record, and decides when to look again, or that nothing can turn up any more.
    /// </summary>
    public async Task<ChargeRecord> CheckAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        var asOf = Now;
        var (read, underWay) = await ReadAsync(record, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
                read,
                current => AfterLooking(current, record.State, underWay, Judged(asOf)),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Gives a key back, unless the record has been changed since.</summary>
    public Task<ChargeRecord> ReleaseAsync(
        ChargeRecord record,
        Func<ChargeRecord, DateTimeOffset, ChargeRecord> release
    ) =>
        ChangeAsync(
            record,
            current => current.Version == record.Version ? release(current, Now) : null,
            CancellationToken.None
        );

    /// <summary>
    /// Changes a record by compare-and-set, on what others have made of it meanwhile; null from
    /// <paramref name="change"/> leaves it.
    /// </summary>
    public async Task<ChargeRecord> ChangeAsync(
        ChargeRecord record,
        Func<ChargeRecord, ChargeRecord?> change,
        CancellationToken cancellationToken
    )
    {
        for (var current = record; ; )
        {
            if (change(current) is not { } changed)
                return current;
            if (await TryChangeAsync(current, changed, cancellationToken).ConfigureAwait(false))
                return changed;
            current =
                await engine.Ledger.FindAsync(record.Environment, record.Key, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException(
                    "A charge vanished from the ledger while it was being settled: do not remove open charges."
                );
        }
    }

    /// <summary>Replaces a record by its next version, together with what is to be told of it.</summary>
    /// <returns>Whether it was replaced; if not, someone else changed it first.</returns>
    public async Task<bool> TryChangeAsync(ChargeRecord before, ChargeRecord after, CancellationToken cancellationToken)
    {
        var settlement = before.State != after.State && !after.State.IsOpen() ? OutcomeOf(after) : null;
        if (!await engine.Ledger.TryUpdateAsync(after, settlement, cancellationToken).ConfigureAwait(false))
            return false;
        if (settlement is not null)
            engine.SettlementSignal.Raise();
        Report(before, after);
        return true;
    }

    /// <summary>Records a refund or a lost dispute of a charge, as a fact of its own.</summary>
    public async Task TellAsync(
        ChargeRecord record,
        ChargeSettlementKind kind,
        string sourceId,
        Money? amount,
        CancellationToken cancellationToken
    )
    {
        var fact = new ChargeSettlement
        {
            Id = $"{kind}-{sourceId}",
            Kind = kind,
            Charge = record,
            SourceId = sourceId,
            Amount = amount,
            OccurredAt = Now,
            TraceParent = Telemetry.TraceParent,
        };
        if (await engine.Ledger.Settlements.AddAsync(fact, cancellationToken).ConfigureAwait(false))
            engine.SettlementSignal.Raise();
    }

    // What was not there is judged by the time before it was looked for: the process may stand still in between, and a
    // clock be set back.
    private DateTimeOffset Judged(DateTimeOffset asOf) => Now is var now && now < asOf ? now : asOf;

    private async Task<ChargeRecord> FollowAsync(
        ChargeRecord record,
        ChargeEvidence evidence,
        DateTimeOffset asOf,
        CancellationToken cancellationToken
    )
    {
        var after = await ChangeAsync(
                record,
                current => engine.ReaderOf(current).Follow(current, evidence, engine.Times, Judged(asOf)),
                cancellationToken
            )
            .ConfigureAwait(false);
        foreach (var (attemptId, payment) in evidence.Payments)
        {
            if (IsSecondPayment(after, attemptId, payment))
                Log.SecondPayment(engine.Log, after.Key.Value, after.PaymentId, payment.PaymentId);
            if (after.Version != record.Version && PaymentVerdicts.Of(payment) == PaymentVerdict.PartlyPaid)
                Log.PartlyPaid(engine.Log, after.Key.Value, payment.PaymentId);
        }

        return after;
    }

    private static bool IsSecondPayment(ChargeRecord record, string attemptId, Payment payment) =>
        record.State is ChargeState.Succeeded or ChargeState.Refunded
        && ChargeTransitions.AttemptOf(record, attemptId) is not null
        && PaymentVerdicts.Of(payment) == PaymentVerdict.Succeeded
        && record.PaymentId is not null
        && !string.Equals(record.PaymentId, payment.PaymentId, StringComparison.Ordinal)
        && !IsRenewal(record, payment);

    // A subscription's later payments carry the metadata of the purchase that began it. Older servers name one
    // subscription of several.
    private static bool IsRenewal(ChargeRecord record, Payment payment)
    {
        var subscriptions = payment.Subscriptions();
        if (subscriptions.Count == 0)
            return false;
        return subscriptions.Any(id =>
                record.SubscriptionIds.Contains(id, StringComparer.Ordinal)
                || string.Equals(id, record.SubscriptionId, StringComparison.Ordinal)
            )
            || payment.CreatedAt >= (record.SentAt ?? record.ClaimedAt) + ShortestRenewal;
    }

    // What changed while we read is left for the next look: it was not what we looked for.
    private ChargeRecord? AfterLooking(ChargeRecord record, ChargeState lookedAt, bool underWay, DateTimeOffset asOf)
    {
        if (!record.State.IsOpen())
            return record.NextCheckAt is null ? null : ChargeTransitions.LookNowAndThen(record, Now);
        return underWay || record.State != lookedAt
            ? ChargeTransitions.LookLater(record, Now)
            : ChargeTransitions.NotFound(record, engine.Times, asOf);
    }

    private ChargeSettlement OutcomeOf(ChargeRecord record) =>
        new()
        {
            Id = $"{record.Attempts[^1].Id}-{record.Version}",
            Kind = ChargeSettlementKind.Outcome,
            Charge = record,
            OccurredAt = record.SettledAt ?? Now,
            TraceParent = Telemetry.TraceParent,
        };

    private void Report(ChargeRecord before, ChargeRecord after)
    {
        if (before.State == after.State)
            return;
        Log.ChargeMoved(engine.Log, after.Flow, after.Key.Value, after.PaymentId, before.State, after.State);
        if (after.Refusal is { } refusal)
            Log.ChargeRefused(engine.Log, after.Flow, after.Key.Value, refusal.Reason, refusal.Explanation);
        if (before.State.IsReleased() && after.State is not (ChargeState.Claimed or ChargeState.CheckoutOpen))
            Log.FoundLate(engine.Log, after.Key.Value, after.PaymentId);
        if (after.State.IsOpen())
            return;
        ChargeMetrics.Settled(after);
        if (after.Charged is { } charged && PriceDrift.Between(after.PriceShown, charged) is { } drift)
            Log.PriceDrifted(
                engine.Log,
                after.Flow,
                after.Key.Value,
                after.PaymentId,
                drift.Shown.ToString(CultureInfo.InvariantCulture),
                drift.Charged.ToString(CultureInfo.InvariantCulture)
            );
    }
}
