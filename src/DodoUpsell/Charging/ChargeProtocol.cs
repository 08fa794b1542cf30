using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Charging;

/// <summary>
/// Charges a key at most once: claims it durably, prepares, marks the record as sending, sends one request, reads until
/// the payment is final, and finds lost outcomes by reading.
/// </summary>
internal sealed class ChargeProtocol(ChargeEngine engine)
{
    private DateTimeOffset Now => engine.Clock.GetUtcNow();

    public async Task<ChargeRun> RunAsync(ChargeIntent intent, CancellationToken cancellationToken)
    {
        using var span = ChargeSpan.Start(intent);
        try
        {
            var run = await RunOnceAsync(intent, cancellationToken).ConfigureAwait(false);
            ChargeSpan.Ended(span, run);
            if (run.Refusal is { } refusal)
                Log.ChargeRefused(engine.Log, intent.Flow, intent.Key.Value, refusal.Reason, refusal.Explanation);
            return run;
        }
        catch (Exception e)
        {
            Telemetry.Failed(span, e.GetType().Name);
            throw;
        }
    }

    private async Task<ChargeRun> RunOnceAsync(ChargeIntent intent, CancellationToken cancellationToken)
    {
        // Without a trusted clock, or too late, no charge is started. Only the state of an existing charge is reported.
        var isTrusted = await engine.ClockGuard.IsTrustedAsync(cancellationToken).ConfigureAwait(false);
        if (!isTrusted || intent.HasExpired(Now))
        {
            var known = await engine
                .Ledger.FindAsync(engine.Environment, intent.Key, cancellationToken)
                .ConfigureAwait(false);
            if (known is not null && !(known.State.IsReleased() && intent.MayClaimAgain(known)))
                return await RepeatAsync(intent, known, cancellationToken).ConfigureAwait(false);
            return isTrusted ? ChargeRun.Expired : ChargeRun.Turned(ClockGuard.Refusal);
        }

        var claim = await ClaimAsync(intent, cancellationToken).ConfigureAwait(false);
        return claim.Granted
            ? await ChargeAsync(intent, claim.Record, cancellationToken).ConfigureAwait(false)
            : await RepeatAsync(intent, claim.Record, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ChargeClaim> ClaimAsync(ChargeIntent intent, CancellationToken cancellationToken)
    {
        while (true)
        {
            var record = NewRecord(intent);
            var claim = await engine.Ledger.ClaimAsync(record, cancellationToken).ConfigureAwait(false);
            if (claim.Granted || !claim.Record.State.IsReleased() || !intent.MayClaimAgain(claim.Record))
                return claim;

            // Nothing was charged under the key, so it can be claimed again unless a payment has been found in the
            // meantime.
            var released = await LookOnceMoreAsync(claim.Record, cancellationToken).ConfigureAwait(false);
            if (!released.State.IsReleased())
                return new ChargeClaim(false, released);
            var again = ChargeTransitions.ClaimedAgain(released, record);
            if (await engine.Recorder.TryChangeAsync(released, again, cancellationToken).ConfigureAwait(false))
                return new ChargeClaim(true, again);
        }
    }

    private ChargeRecord NewRecord(ChargeIntent intent)
    {
        var now = Now;
        return new()
        {
            Environment = engine.Environment,
            Key = intent.Key,
            Fingerprint = intent.Fingerprint,
            Flow = intent.Flow,
            CustomerId = intent.CustomerId,
            SubscriptionId = intent.SubscriptionId,
            PriceShown = intent.PriceShown,
            Details = intent.Details,
            ClaimedAt = now,
            NextCheckAt = engine.Times.ClaimEnds(now),
            Attempts = [new ChargeAttempt { Id = engine.NewAttemptId(), StartedAt = now }],
        };
    }

    // A request that was never sent cannot produce a payment.
    private async Task<ChargeRecord> LookOnceMoreAsync(ChargeRecord released, CancellationToken cancellationToken) =>
        ChargeTransitions.MayTurnUp(released)
            ? (await engine.Recorder.ReadAsync(released, cancellationToken).ConfigureAwait(false)).Record
            : released;

    private async Task<ChargeRun> ChargeAsync(
        ChargeIntent intent,
        ChargeRecord claimed,
        CancellationToken cancellationToken
    )
    {
        switch (await PrepareAsync(intent, claimed, cancellationToken).ConfigureAwait(false))
        {
            case Preparation.Ready ready:
                return await SendAsync(intent, claimed, ready, cancellationToken).ConfigureAwait(false);
            case Preparation.CheckoutInstead { Why: var why }:
                return ChargeRun.Of(
                    await OpenCheckoutAsync(intent, claimed, why, cancellationToken).ConfigureAwait(false)
                );
            case Preparation.Refuse { Refusal: var refusal }:
                return ChargeRun.Of(await ReleaseAsync(claimed, refusal).ConfigureAwait(false));
            default:
                return ChargeRun.Of(await ReleaseAsync(claimed, refusal: null).ConfigureAwait(false));
        }
    }

    private async Task<Preparation> PrepareAsync(
        ChargeIntent intent,
        ChargeRecord claimed,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var preparation = await intent.PrepareAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();

            // The responses to the preparing reads may be the first evidence that this node's clock is wrong.
            return engine.IsClockTrusted ? preparation : new Preparation.Refuse(ClockGuard.Refusal);
        }
        catch
        {
            await ReleaseAsync(claimed, refusal: null).ConfigureAwait(false);
            throw;
        }
    }

    // The caller cannot cancel from the mark until the outcome is recorded, because a request that was sent cannot be
    // taken back.
    private async Task<ChargeRun> SendAsync(
        ChargeIntent intent,
        ChargeRecord claimed,
        Preparation.Ready ready,
        CancellationToken cancellationToken
    )
    {
        var marked = engine.Clock.GetTimestamp();
        var sending = ChargeTransitions.Sending(claimed, ready, Now);
        if (!await engine.Recorder.TryChangeAsync(claimed, sending, CancellationToken.None).ConfigureAwait(false))
        {
            // Preparation took so long that the claim was released. The current holder of the key decides.
            return ChargeRun.Of(
                await engine.Ledger.FindAsync(engine.Environment, intent.Key, cancellationToken).ConfigureAwait(false)
                    ?? claimed
            );
        }

        if (ChargeTimes.IsMarkStale(sending, Now, engine.Clock.GetElapsedTime(marked)))
            return ChargeRun.Of(await NotSentAsync(sending, refusal: null).ConfigureAwait(false));
        var attemptId = sending.Attempts[^1].Id;
        ChargeAnswer? answer = null;
        try
        {
            answer = await intent.SendAsync(ready.PaymentMethodId, intent.Tagged(attemptId)).ConfigureAwait(false);
        }
        catch (DodoUnknownOutcomeException)
        {
            // The outcome is found by reading, below.
        }
        catch (DodoApiException refused)
        {
            return ChargeRun.Of(await RefusedAsync(intent, sending, refused, cancellationToken).ConfigureAwait(false));
        }
        catch (DodoException)
        {
            // The request was not sent, so nothing was charged.
            await NotSentAsync(sending, refusal: null).ConfigureAwait(false);
            throw;
        }

        var record = await engine
            .Recorder.ChangeAsync(
                sending,
                open => open.State == ChargeState.Sending ? Sent(intent, open, attemptId, answer) : null,
                CancellationToken.None
            )
            .ConfigureAwait(false);
        record = await engine.Poller.WaitAsync(record, cancellationToken).ConfigureAwait(false);
        return ChargeRun.Of(await FinishAsync(intent, record, cancellationToken).ConfigureAwait(false));
    }

    private ChargeRecord Sent(ChargeIntent intent, ChargeRecord open, string attemptId, ChargeAnswer? answer) =>
        answer is { } accepted
            ? intent.Accepted(ChargeTransitions.Accepted(open, attemptId, accepted, Now), accepted)
            : ChargeTransitions.LookLater(open, Now);

    /// <summary>Returns the outcome or current state of a key that was claimed before. Charges nothing.</summary>
    private async Task<ChargeRun> RepeatAsync(
        ChargeIntent intent,
        ChargeRecord record,
        CancellationToken cancellationToken
    )
    {
        if (!string.Equals(record.Fingerprint, intent.Fingerprint, StringComparison.Ordinal))
            return ChargeRun.KeyInUse;
        if (intent.WaitsForClaimant)
            record = await engine.Poller.WaitForClaimantAsync(record, cancellationToken).ConfigureAwait(false);
        record = await engine.Poller.CheckAsync(record, cancellationToken).ConfigureAwait(false);
        return ChargeRun.Of(await FinishAsync(intent, record, cancellationToken).ConfigureAwait(false));
    }

    // A checkout page follows only a payment that failed for good. While a payment is under way, a page could take the
    // money twice.
    private async Task<ChargeRecord> FinishAsync(
        ChargeIntent intent,
        ChargeRecord record,
        CancellationToken cancellationToken
    ) =>
        record.State == ChargeState.Declined && intent.FallsBack
            ? await OpenCheckoutAsync(intent, record, CheckoutReason.Declined, cancellationToken).ConfigureAwait(false)
            : record;

    private async Task<ChargeRecord> RefusedAsync(
        ChargeIntent intent,
        ChargeRecord sending,
        DodoApiException refused,
        CancellationToken cancellationToken
    )
    {
        // A transient refusal such as 429 proves that nothing was executed, so the same request can be sent again.
        var released = refused.IsTransient
            ? await NotSentAsync(sending, Refusals.Of(refused)).ConfigureAwait(false)
            : await ReleaseAsync(sending, Refusals.Of(refused)).ConfigureAwait(false);
        return released.State == ChargeState.Refused && intent.FallsBack && Refusals.APageMayHelp(refused)
            ? await OpenCheckoutAsync(intent, released, CheckoutReason.Refused, cancellationToken).ConfigureAwait(false)
            : released;
    }

    private async Task<ChargeRecord> OpenCheckoutAsync(
        ChargeIntent intent,
        ChargeRecord record,
        CheckoutReason why,
        CancellationToken cancellationToken
    )
    {
        // The closing time of a checkout page is computed from the time at which it was opened.
        if (!engine.IsClockTrusted)
            return await WithoutPageAsync(record, ClockGuard.Refusal).ConfigureAwait(false);
        var attempt = new ChargeAttempt
        {
            Id = engine.NewAttemptId(),
            IsCheckout = true,
            StartedAt = Now,
        };
        CheckoutSession session;
        try
        {
            session = await intent
                .OpenCheckoutAsync(intent.Tagged(attempt.Id), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e)
        {
            if (record.State == ChargeState.Claimed)
                record = await ReleaseAsync(record, e is DodoApiException no ? Refusals.Of(no) : null)
                    .ConfigureAwait(false);
            if (e is not DodoException || (e is not DodoApiException && record.State == ChargeState.NotCharged))
                throw;

            // The charge already has its outcome; only the checkout page is missing.
            Log.NoCheckoutPage(engine.Log, record.Flow, record.Key.Value, record.PaymentId, e.Message);
            return record;
        }

        if (session.CheckoutUrl is null)
        {
            // There is no URL to send a customer to, so there is no checkout page.
            return await WithoutPageAsync(
                    record,
                    new(
                        ChargeRefusalReason.RefusedByApi,
                        default,
                        "POST /checkouts returned a session without a checkout URL, so the customer cannot be sent to "
                            + "a checkout page. Try again, or look at the session in the dashboard."
                    )
                )
                .ConfigureAwait(false);
        }

        // The response may be the first evidence that this node's clock is wrong. A page that is not recorded is never
        // shown.
        if (!engine.IsClockTrusted)
            return await WithoutPageAsync(record, ClockGuard.Refusal).ConfigureAwait(false);

        // The first update wins. A page that is not recorded is never shown, so a customer cannot pay on two pages.
        var opened = ChargeTransitions.CheckoutOpened(record, attempt, session, why, Now);
        if (await engine.Recorder.TryChangeAsync(record, opened, CancellationToken.None).ConfigureAwait(false))
            return opened;
        return await engine
                .Ledger.FindAsync(record.Environment, record.Key, CancellationToken.None)
                .ConfigureAwait(false)
            ?? record;
    }

    private async Task<ChargeRecord> WithoutPageAsync(ChargeRecord record, ChargeRefusal why)
    {
        Log.NoCheckoutPage(engine.Log, record.Flow, record.Key.Value, record.PaymentId, why.Explanation);
        return record.State == ChargeState.Claimed ? await ReleaseAsync(record, why).ConfigureAwait(false) : record;
    }

    private Task<ChargeRecord> ReleaseAsync(ChargeRecord record, ChargeRefusal? refusal) =>
        engine.Recorder.ReleaseAsync(record, (current, now) => ChargeTransitions.Released(current, refusal, now));

    private Task<ChargeRecord> NotSentAsync(ChargeRecord record, ChargeRefusal? refusal) =>
        engine.Recorder.ReleaseAsync(record, (current, now) => ChargeTransitions.NotSent(current, refusal, now));
}
