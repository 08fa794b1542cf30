using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Charging;

/// <summary>One key, one charge: claim durably, prepare, mark, send once, read until final, and find out by reading what got lost.</summary>
internal sealed class OneCharge(IDodoClient dodo, IChargeLedger ledger, ChargeRecorder recorder, ChargeWatch watch, ChargeOutcomes outcomes, TimeProvider clock, Func<string> newAttemptId, ILogger log)
{
    public async Task<ChargeOutcome> RunAsync(ChargeIntent intent, CancellationToken cancellationToken)
    {
        var claim = await ClaimAsync(intent, cancellationToken).ConfigureAwait(false);
        return claim.Granted
            ? await ChargeAsync(intent, claim.Record, cancellationToken).ConfigureAwait(false)
            : await RepeatAsync(intent, claim.Record, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ChargeClaim> ClaimAsync(ChargeIntent intent, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var record = new ChargeRecord
            {
                Environment = dodo.Environment,
                Key = intent.Key,
                Fingerprint = intent.Fingerprint,
                Flow = intent.Flow,
                CustomerId = intent.CustomerId,
                PriceShown = intent.PriceShown,
                ClaimedAt = now,
                NextCheckAt = now + ChargeTransitions.ClaimLives,
                Attempts = [new ChargeAttempt { Id = newAttemptId(), StartedAt = now }],
            };
            var claim = await ledger.ClaimAsync(record, cancellationToken).ConfigureAwait(false);
            if (claim.Granted || !claim.Record.State.IsReleased()) return claim;

            // Nothing was charged under the key, so that it may be tried again, unless something has turned up since.
            var released = await LookOnceMoreAsync(claim.Record, cancellationToken).ConfigureAwait(false);
            if (!released.State.IsReleased()) return new ChargeClaim(false, released);
            var again = record with { Version = released.Version + 1, Attempts = [.. released.Attempts, .. record.Attempts] };
            if (await ledger.TryUpdateAsync(again, null, cancellationToken).ConfigureAwait(false)) return new ChargeClaim(true, again);
        }
    }

    // What was never sent cannot turn up.
    private async Task<ChargeRecord> LookOnceMoreAsync(ChargeRecord released, CancellationToken cancellationToken) =>
        released.Attempts.Any(attempt => attempt.PaymentMethodId is not null || attempt.IsCheckout)
            ? (await recorder.ReadAsync(released, cancellationToken).ConfigureAwait(false)).Record
            : released;

    private async Task<ChargeOutcome> ChargeAsync(ChargeIntent intent, ChargeRecord claimed, CancellationToken cancellationToken)
    {
        var preparation = await PrepareAsync(intent, claimed, cancellationToken).ConfigureAwait(false);
        if (preparation is Preparation.Refuse { Refusal: var refusal }) return outcomes.Of(await ReleaseAsync(claimed, refusal).ConfigureAwait(false));
        if (preparation is Preparation.CheckoutInstead { Why: var why }) return await OpenCheckoutAsync(intent, claimed, why, cancellationToken).ConfigureAwait(false);

        var methodId = ((Preparation.Ready)preparation).PaymentMethodId;
        var sending = ChargeTransitions.Sending(claimed, methodId, clock.GetUtcNow()) with { SubscriptionId = intent.SubscriptionId, Details = intent.Details };
        if (!await ledger.TryUpdateAsync(sending, null, CancellationToken.None).ConfigureAwait(false))
        {
            // The claim took so long that it was given up; whoever holds the key now decides.
            return outcomes.Of(await ledger.FindAsync(dodo.Environment, intent.Key, cancellationToken).ConfigureAwait(false) ?? claimed);
        }

        return await SendAsync(intent, sending, methodId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Preparation> PrepareAsync(ChargeIntent intent, ChargeRecord claimed, CancellationToken cancellationToken)
    {
        try
        {
            var preparation = await intent.PrepareAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return preparation;
        }
        catch
        {
            await ReleaseAsync(claimed, refusal: null).ConfigureAwait(false);
            throw;
        }
    }

    // From the mark to the recorded answer the caller cannot cancel: a charge that has left cannot be taken back.
    private async Task<ChargeOutcome> SendAsync(ChargeIntent intent, ChargeRecord sending, string methodId, CancellationToken cancellationToken)
    {
        if (ChargeTransitions.IsMarkStale(sending, clock.GetUtcNow())) return outcomes.Of(await ReleaseAsync(sending, refusal: null).ConfigureAwait(false));

        var attemptId = sending.Attempts[^1].Id;
        string? paymentId;
        try
        {
            paymentId = await intent.SendAsync(methodId, intent.Tagged(attemptId)).ConfigureAwait(false);
        }
        catch (DodoUnknownOutcomeException)
        {
            paymentId = null;
        }
        catch (DodoApiException refused)
        {
            return await RefusedAsync(intent, sending, refused, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoException)
        {
            // It did not leave, so nothing was charged.
            await ReleaseAsync(sending, refusal: null).ConfigureAwait(false);
            throw;
        }

        var record = string.IsNullOrEmpty(paymentId)
            ? await recorder.ChangeAsync(sending, IfSending(ChargeTransitions.LookLater), CancellationToken.None).ConfigureAwait(false)
            : await recorder.ChangeAsync(sending, IfSending((open, now) => ChargeTransitions.Accepted(open, attemptId, paymentId, now)), CancellationToken.None).ConfigureAwait(false);
        record = await watch.WaitAsync(record, cancellationToken).ConfigureAwait(false);
        return await FinishAsync(intent, record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A key that was claimed before: the same outcome again, or where it stands. Nothing is charged.</summary>
    private async Task<ChargeOutcome> RepeatAsync(ChargeIntent intent, ChargeRecord record, CancellationToken cancellationToken)
    {
        if (!string.Equals(record.Fingerprint, intent.Fingerprint, StringComparison.Ordinal)) return outcomes.KeyInUse(record.Key);
        var isOurs = record.State is ChargeState.Waiting or ChargeState.CheckoutOpen || record is { State: ChargeState.Sending, Checks: > 0 } || (record.State.IsOpen() && record.NextCheckAt <= clock.GetUtcNow());
        if (isOurs) record = await watch.CheckAsync(record, cancellationToken).ConfigureAwait(false);
        return await FinishAsync(intent, record, cancellationToken).ConfigureAwait(false);
    }

    // Only a payment that failed for good is followed by a page; while one is under way, a page could take the money twice.
    private async Task<ChargeOutcome> FinishAsync(ChargeIntent intent, ChargeRecord record, CancellationToken cancellationToken) =>
        record.State == ChargeState.Declined && intent.FallsBack
            ? await OpenCheckoutAsync(intent, record, CheckoutReason.Declined, cancellationToken).ConfigureAwait(false)
            : outcomes.Of(record);

    private async Task<ChargeOutcome> RefusedAsync(ChargeIntent intent, ChargeRecord sending, DodoApiException refused, CancellationToken cancellationToken)
    {
        var refusal = Refusals.Of(refused);
        var released = await ReleaseAsync(sending, refusal).ConfigureAwait(false);
        if (released.State != ChargeState.Refused || !intent.FallsBack || !Refusals.APageMayHelp(refused)) return outcomes.Of(released);
        return await OpenCheckoutAsync(intent, released, CheckoutReason.Refused, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ChargeOutcome> OpenCheckoutAsync(ChargeIntent intent, ChargeRecord record, CheckoutReason why, CancellationToken cancellationToken)
    {
        var attempt = new ChargeAttempt { Id = newAttemptId(), IsCheckout = true, StartedAt = clock.GetUtcNow() };
        CheckoutSession session;
        try
        {
            session = await intent.OpenCheckoutAsync(intent.Tagged(attempt.Id), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            if (record.State == ChargeState.Claimed) record = await ReleaseAsync(record, e is DodoApiException no ? Refusals.Of(no) : null).ConfigureAwait(false);
            if (e is not DodoException || (e is not DodoApiException && record.State == ChargeState.NotCharged)) throw;

            // The charge has its outcome already; there is just no page beside it.
            Log.NoCheckoutPage(log, record.Flow, e.Message);
            return outcomes.Of(record);
        }

        if (session.CheckoutUrl is null)
        {
            // Nobody can be sent to it, so there is no page.
            var noPage = new ChargeRefusal(ChargeRefusalReason.RefusedByApi, default, "POST /checkouts gave a session without an address, so there is no page to send the customer to. Try again, or look at the session in the dashboard.");
            Log.NoCheckoutPage(log, record.Flow, noPage.Explanation);
            return outcomes.Of(record.State == ChargeState.Claimed ? await ReleaseAsync(record, noPage).ConfigureAwait(false) : record);
        }

        // Whoever was faster decides: a page that is not recorded is never shown, so that nobody can pay on two.
        var opened = ChargeTransitions.CheckoutOpened(record, attempt, session, why, clock.GetUtcNow());
        if (await ledger.TryUpdateAsync(opened, null, CancellationToken.None).ConfigureAwait(false)) return outcomes.Of(opened);
        return outcomes.Of(await ledger.FindAsync(dodo.Environment, record.Key, CancellationToken.None).ConfigureAwait(false) ?? record);
    }

    private Task<ChargeRecord> ReleaseAsync(ChargeRecord record, ChargeRefusal? refusal) => recorder.ChangeAsync(
        record,
        current => current.Version == record.Version ? ChargeTransitions.Released(current, refusal, clock.GetUtcNow()) : null,
        CancellationToken.None);

    private Func<ChargeRecord, ChargeRecord?> IfSending(Func<ChargeRecord, DateTimeOffset, ChargeRecord> change) =>
        record => record.State == ChargeState.Sending ? change(record, clock.GetUtcNow()) : null;
}
