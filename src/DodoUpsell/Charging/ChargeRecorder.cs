using System.Globalization;
using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Charging;

/// <summary>
/// Updates records from the API's payments, whether they come from the response, a webhook or the reconciler. Each
/// settlement is recorded together with the change that causes it.
/// </summary>
internal sealed class ChargeRecorder(ChargeEngine engine)
{
    // Two charges of one attempt are minutes apart, and the shortest billing interval is one day.
    private static readonly TimeSpan ShortestRenewal = TimeSpan.FromHours(20);

    private DateTimeOffset Now => engine.Clock.GetUtcNow();

    /// <summary>
    /// Returns the record that a payment belongs to, as identified by its attempt id, or null if the ledger has none.
    /// </summary>
    /// <remarks>The key allows a faster lookup, but a server may have changed its text.</remarks>
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

    /// <summary>Updates the record of a charge from a payment that was seen.</summary>
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

    /// <summary>Reads the state of a record's payments from the API and records it.</summary>
    /// <returns>The updated record, and whether one of its payments is under way.</returns>
    public async Task<(ChargeRecord Record, bool UnderWay)> ReadAsync(
        ChargeRecord record,
        CancellationToken cancellationToken
    )
    {
        // Nothing has been sent for a claimed record.
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
    /// Reads the state of a record's payments, and schedules the next check or concludes that no payment can be found
    /// any more.
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

    /// <summary>Releases a key, unless the record has been changed since.</summary>
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
    /// Changes a record by compare-and-set, starting from its current version. If <paramref name="change"/> returns
    /// null, the record is unchanged.
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
                    "A charge was removed from the ledger while it was being settled. Do not remove open charges."
                );
        }
    }

    /// <summary>Replaces a record by its next version and records the settlement that results from it.</summary>
    /// <returns>True if the record was replaced; false if another caller changed it first.</returns>
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

    /// <summary>Records a refund or a lost dispute of a charge as a separate settlement.</summary>
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

    // A payment that was not found is judged as of the time before the search, because the process may have been
    // suspended or the clock set back in between.
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

    // Renewal payments of a subscription carry the metadata of the purchase that started it. Older servers return only
    // one of several subscriptions.
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

    // A record whose state changed during the read is left for the next check, because the read did not look for the
    // new state.
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
        // A payment that is found later leaves the old refusal in the record.
        if (after is { State: ChargeState.Refused or ChargeState.NotCharged, Refusal: { } refusal })
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
