using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>One quote, one change: claim durably, quote again and compare, mark, send once, read until it is settled. It never sends twice.</summary>
internal sealed class PlanChangeConfirmation(ChargeEngine engine, PlanChangeQuoting quoting, SubscriptionGate gate, PlanChangeOutcomes outcomes)
{
    private DateTimeOffset Now => engine.Clock.GetUtcNow();

    public async Task<PlanChangeOutcome> RunAsync(PlanChangeQuote quote, Money? tolerance, CancellationToken cancellationToken)
    {
        if (!QuoteSeal.Fits(quote)) return Refused(quote, PlanChangeRefusalReason.QuoteAltered, "The quote is not as it was issued. Keep quotes on the server, and preview again for another change.");
        if (quote.Refusal is { } refusal) return outcomes.Refused(quote.Request.SubscriptionId, default, refusal);
        if (await ClaimAsync(quote, cancellationToken).ConfigureAwait(false) is not { } claim) return Expired(quote);
        return claim.Granted
            ? await ConfirmAsync(quote, claim.Record, tolerance, cancellationToken).ConfigureAwait(false)
            : await RepeatAsync(quote, claim.Record, cancellationToken).ConfigureAwait(false);
    }

    // A quote whose request has left is never claimed again, whatever became of it; only its outcome is told.
    private async Task<ChargeClaim?> ClaimAsync(PlanChangeQuote quote, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Now >= quote.ExpiresAt)
            {
                var known = await engine.Ledger.FindAsync(engine.Dodo.Environment, quote.Key, cancellationToken).ConfigureAwait(false);
                return known is null || IsUnsent(known) ? null : new ChargeClaim(false, known);
            }

            var record = NewRecord(quote);
            var claim = await engine.Ledger.ClaimAsync(record, cancellationToken).ConfigureAwait(false);
            if (claim.Granted || !IsUnsent(claim.Record)) return claim;
            var again = record with { Version = claim.Record.Version + 1, Attempts = [.. claim.Record.Attempts, .. record.Attempts] };
            if (await engine.Ledger.TryUpdateAsync(again, null, cancellationToken).ConfigureAwait(false)) return new ChargeClaim(true, again);
        }
    }

    private static bool IsUnsent(ChargeRecord record) => record.State.IsReleased() && record.SentAt is null;

    private ChargeRecord NewRecord(PlanChangeQuote quote) => new()
    {
        Environment = engine.Dodo.Environment,
        Key = quote.Key,
        Fingerprint = quote.Seal,
        Flow = PlanChangeFlow.Name,
        CustomerId = quote.CustomerId,
        SubscriptionId = quote.Request.SubscriptionId,
        PriceShown = quote.DueNow,
        ClaimedAt = Now,
        NextCheckAt = Now + ChargeTransitions.ClaimLives,
        Attempts = [new ChargeAttempt { Id = engine.NewAttemptId(), StartedAt = Now }],
        Details = PlanChangeDetails.Of(quote).ToJson(),
    };

    private async Task<PlanChangeOutcome> ConfirmAsync(PlanChangeQuote quote, ChargeRecord claimed, Money? tolerance, CancellationToken cancellationToken)
    {
        PlanChangeQuote now;
        try
        {
            if (!await gate.EnterAsync(claimed.Key, claimed.SubscriptionId!, cancellationToken).ConfigureAwait(false))
            {
                await ReleaseAsync(claimed, refusal: null).ConfigureAwait(false);
                return Refused(quote, PlanChangeRefusalReason.ChangeInProgress, "Another quote of this subscription is being confirmed. Wait for its outcome, then preview again.");
            }

            now = await quoting.QuoteAsync(quote.Request, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await ReleaseAsync(claimed, refusal: null).ConfigureAwait(false);
            throw;
        }

        if (Objection(quote, now, tolerance) is { } objection)
        {
            await ReleaseAsync(claimed, refusal: null).ConfigureAwait(false);
            return objection;
        }

        // A claim that took so long that it was given up is not the holder's any more: then nothing leaves.
        var sending = ChargeTransitions.Sending(claimed, now.PaymentMethodId, Now) with { Details = PlanChangeDetails.Of(now).ToJson() };
        if (!await engine.Ledger.TryUpdateAsync(sending, null, cancellationToken).ConfigureAwait(false))
        {
            return Of(await engine.Ledger.FindAsync(engine.Dodo.Environment, quote.Key, cancellationToken).ConfigureAwait(false) ?? claimed);
        }

        return await SendAsync(now, sending, cancellationToken).ConfigureAwait(false);
    }

    private PlanChangeOutcome? Objection(PlanChangeQuote quote, PlanChangeQuote now, Money? tolerance)
    {
        if (now.Refusal is { } refusal) return outcomes.Refused(quote.Request.SubscriptionId, quote.Key, refusal);
        var differences = QuoteComparison.Between(quote, now, tolerance);
        if (differences.Count > 0) return outcomes.Changed(quote, now, differences);
        return Now >= quote.ExpiresAt ? Expired(quote) : null;
    }

    // From here to the recorded answer the caller cannot cancel: a change that has left cannot be taken back.
    private async Task<PlanChangeOutcome> SendAsync(PlanChangeQuote quote, ChargeRecord sending, CancellationToken cancellationToken)
    {
        if (ChargeTransitions.IsMarkStale(sending, Now)) return Of(await ReleaseAsync(sending with { SentAt = null }, refusal: null).ConfigureAwait(false));

        var attemptId = sending.Attempts[^1].Id;
        ChangePlanResult? answer = null;
        try
        {
            answer = await engine.Dodo.Subscriptions.ChangePlanAsync(sending.SubscriptionId!, quote.ToRequest(ChargeTags.On(quote.Request.Metadata, sending.Key, attemptId)), CancellationToken.None).ConfigureAwait(false);
        }
        catch (DodoUnknownOutcomeException)
        {
            // Found out by reading, below.
        }
        catch (DodoApiException refused)
        {
            return Of(await ReleaseAsync(refused.IsTransient ? sending with { SentAt = null } : sending, new ChargeRefusal(ChargeRefusalReason.RefusedByApi, refused.Code, refused.Message)).ConfigureAwait(false));
        }
        catch (DodoException)
        {
            // It did not leave, so nothing was changed.
            await ReleaseAsync(sending with { SentAt = null }, refusal: null).ConfigureAwait(false);
            throw;
        }

        var record = await engine.Recorder.ChangeAsync(sending, open => open.State == ChargeState.Sending ? Sent(open, attemptId, answer) : null, CancellationToken.None).ConfigureAwait(false);
        return Of(await engine.Watch.WaitAsync(record, cancellationToken).ConfigureAwait(false));
    }

    private ChargeRecord Sent(ChargeRecord open, string attemptId, ChangePlanResult? answer) => answer switch
    {
        null => ChargeTransitions.LookLater(open, Now),
        { PaymentId: { Length: > 0 } paymentId } => PlanChangeTransitions.Accepted(ChargeTransitions.Accepted(open, attemptId, paymentId, Now)) with { ActionUrl = PaymentVerdicts.PageOf(answer.PaymentLink) },
        _ => PlanChangeTransitions.Accepted(ChargeTransitions.LookLater(open, Now)),
    };

    /// <summary>A quote that was claimed before: its outcome, or where it stands. Nothing is sent.</summary>
    private async Task<PlanChangeOutcome> RepeatAsync(PlanChangeQuote quote, ChargeRecord record, CancellationToken cancellationToken)
    {
        if (!string.Equals(record.Fingerprint, quote.Seal, StringComparison.Ordinal)) return Refused(quote, PlanChangeRefusalReason.QuoteAltered, "This quote was confirmed before with another content. Keep quotes on the server, and preview again for another change.");
        var started = engine.Clock.GetTimestamp();
        while (IsAnothersToFinish(record) && engine.Clock.GetElapsedTime(started) + ChargeWatch.FirstPause <= engine.Options().WaitBudget)
        {
            await Task.Delay(ChargeWatch.FirstPause, engine.Clock, cancellationToken).ConfigureAwait(false);
            record = await engine.Ledger.FindAsync(engine.Dodo.Environment, record.Key, cancellationToken).ConfigureAwait(false) ?? record;
        }

        if (IsUnsent(record)) return Refused(quote, PlanChangeRefusalReason.ChangeInProgress, "Another confirmation of this quote has just come to nothing and changed nothing. Confirm it again.");
        return await ReadAgainAsync(record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where a change stands now. One that was paid and not yet shown when it was settled is looked at again.</summary>
    public async Task<PlanChangeOutcome> ReadAgainAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        if (record.State.IsOpen() && !IsAnothersToFinish(record)) record = await engine.Watch.CheckAsync(record, cancellationToken).ConfigureAwait(false);
        else if (record.State == ChargeState.Succeeded && PlanChangeDetails.Of(record) is { IsShown: false }) record = await engine.Watch.ReadAsync(record, cancellationToken).ConfigureAwait(false);
        return Of(record);
    }

    // For as long as whoever claimed it may be at it.
    private bool IsAnothersToFinish(ChargeRecord record) => (record is { State: ChargeState.Claimed } or { State: ChargeState.Sending, Checks: 0 }) && record.NextCheckAt > Now;

    private Task<ChargeRecord> ReleaseAsync(ChargeRecord record, ChargeRefusal? refusal) => engine.Recorder.ChangeAsync(
        record,
        current => current.Version == record.Version ? ChargeTransitions.Released(record, refusal, Now) : null,
        CancellationToken.None);

    private PlanChangeOutcome Of(ChargeRecord record) => outcomes.Of(record, PlanChangeDetails.Of(record));

    private PlanChangeOutcome Refused(PlanChangeQuote quote, PlanChangeRefusalReason reason, string explanation) =>
        outcomes.Refused(quote.Request.SubscriptionId, quote.Key, PlanChangeRefusals.Ours(reason, explanation));

    private PlanChangeOutcome Expired(PlanChangeQuote quote) => Refused(quote, PlanChangeRefusalReason.QuoteExpired, "The quote is too old. Preview again and show the new one.");
}
