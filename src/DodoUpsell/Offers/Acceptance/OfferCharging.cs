using DodoUpsell.Charging;
using DodoUpsell.Diagnostics;
using DodoUpsell.PlanChanges;

namespace DodoUpsell.Offers;

/// <summary>
/// Charges an offer that this call alone has moved to accepting, and moves it on: to the state of its charge, or back to
/// open if it is certain that nothing was sent.
/// </summary>
internal sealed class OfferCharging(OfferEngine engine, OfferDiscloser discloser, OfferSettler settler)
{
    // A quote that ends sooner is quoted again, so that it does not end while it is confirmed.
    private static readonly TimeSpan ConfirmTime = TimeSpan.FromMinutes(1);

    private readonly PlanChangeFlow _planChanges = new(engine.Charges);
    private readonly OfferRecorder _recorder = new(engine);
    private readonly OfferRivals _rivals = new(engine);
    private readonly OfferOutcomes _outcomes = new(engine.Charges.Messages, engine.Messages);

    public async Task<OfferOutcome> RunAsync(
        OfferRecord accepting,
        OfferTerms terms,
        AcceptOfferRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await _rivals.FindAsync(accepting, terms, cancellationToken).ConfigureAwait(false) is { } rival)
                return await SoldMeanwhileAsync(accepting, rival).ConfigureAwait(false);
            var end = terms.Quote is { } quote
                ? await ChangePlanAsync(accepting, PlanChangeQuote.Parse(quote), request, cancellationToken)
                    .ConfigureAwait(false)
                : await ChargeCartAsync(accepting, terms, request, cancellationToken).ConfigureAwait(false);
            return end switch
            {
                ChargeEnd.Nothing { Why: NothingSent.Changed } => await DiscloseAgainAsync(
                        accepting,
                        terms,
                        cancellationToken
                    )
                    .ConfigureAwait(false),
                ChargeEnd.Nothing nothing => await NothingSentAsync(accepting, nothing).ConfigureAwait(false),
                ChargeEnd.Known known => await SettledAsync(accepting, known.Outcome).ConfigureAwait(false),
                _ => throw new InvalidOperationException($"A charge cannot end as {end.GetType().Name}."),
            };
        }
        catch
        {
            await TryReopenAsync(accepting, terms).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ChargeEnd> ChargeCartAsync(
        OfferRecord accepting,
        OfferTerms terms,
        AcceptOfferRequest request,
        CancellationToken cancellationToken
    )
    {
        var cart = OfferCart.Of(accepting, terms).ToUpsell(terms.KeyOf(accepting.Id)) with
        {
            PriceShown = terms.Disclosure.DueNow,
            ReturnUrl = request.ReturnUrl,
            CancelUrl = request.CancelUrl,
        };
        var charge = new OfferCharge(engine.Charges, terms, cart, StartBy(accepting))
        {
            Key = cart.Key,
            CustomerId = accepting.CustomerId,
            Flow = FlowNames.Upsell,
            Fingerprint = cart.FingerprintFor(FlowNames.Upsell),
            PriceShown = cart.PriceShown,
            CallerMetadata = request.Metadata,
        };
        var run = await engine.Charges.Protocol.RunAsync(charge, cancellationToken).ConfigureAwait(false);
        if (run.Record is not { } record)
            return WithoutRecord(run.Refusal?.Explanation);
        if (record.State.IsReleased() && !OfferTransitions.MayHaveBeenSent(record))
        {
            return new ChargeEnd.Nothing(
                charge.IsRefusedForGood ? NothingSent.RefusedForGood
                    : record.Refusal?.Reason == ChargeRefusalReason.PriceChanged ? NothingSent.Changed
                    : NothingSent.ForNow,
                record.Refusal?.Explanation
            );
        }

        return new ChargeEnd.Known(canRetry =>
            OfferOutcomes.Of(accepting.Id, engine.Charges.Outcomes.Of(record), canRetry)
        );
    }

    private async Task<ChargeEnd> ChangePlanAsync(
        OfferRecord accepting,
        PlanChangeQuote shown,
        AcceptOfferRequest request,
        CancellationToken cancellationToken
    )
    {
        var quote = shown;
        if (quote.ExpiresAt <= engine.Clock.GetUtcNow() + ConfirmTime)
        {
            quote = await _planChanges.QuoteAsync(shown.Request, accepting.Id, cancellationToken).ConfigureAwait(false);
            if (quote.Refusal is { } refusal)
                return new ChargeEnd.Nothing(PlanChangeEnds.Of(refusal), refusal.Explanation);
            if (QuoteComparison.Between(shown, quote, tolerance: null).Count > 0)
                return new ChargeEnd.Nothing(NothingSent.Changed);
        }

        var outcome = await _planChanges
            .ConfirmAsync(quote, StartBy(accepting), request.Metadata, cancellationToken)
            .ConfigureAwait(false);
        var record = await engine
            .Charges.Ledger.FindAsync(engine.Environment, quote.Key, CancellationToken.None)
            .ConfigureAwait(false);
        return record is null || (record.State.IsReleased() && !OfferTransitions.MayHaveBeenSent(record))
            ? PlanChangeEnds.NothingSent(outcome, record)
            : new ChargeEnd.Known(canRetry => OfferOutcomes.Of(accepting.Id, outcome, canRetry));
    }

    private async Task<OfferOutcome> SettledAsync(OfferRecord accepting, Func<bool, OfferOutcome> outcome)
    {
        var settled = await settler
            .SettleAsync(accepting.Id, isAcceptOver: true, CancellationToken.None)
            .ConfigureAwait(false);
        return outcome(settled?.State == OfferState.Open);
    }

    private async Task<OfferOutcome> NothingSentAsync(OfferRecord accepting, ChargeEnd.Nothing nothing)
    {
        var after =
            nothing.Why == NothingSent.RefusedForGood
                ? await ChangeAsync(
                        accepting,
                        (offer, now) => OfferTransitions.Failed(offer, OfferFailure.Refused, now)
                    )
                    .ConfigureAwait(false)
                : await ReopenAsync(accepting, terms: null).ConfigureAwait(false);
        return after is { State: OfferState.Failed, Failure: OfferFailure.NotCompleted }
            ? _outcomes.NotAvailable(accepting.Id, OfferUnavailableReason.Expired)
            : _outcomes.Refused(
                accepting.Id,
                nothing.Explanation ?? "Nothing was sent for this offer, so nothing was charged.",
                canRetry: after?.State == OfferState.Open
            );
    }

    // What is paid needs no second offer. While the other one is under way, this one stays open, because it may fail.
    private async Task<OfferOutcome> SoldMeanwhileAsync(OfferRecord accepting, OfferRecord rival)
    {
        if (rival.State != OfferState.Accepted)
        {
            return await NothingSentAsync(
                    accepting,
                    new ChargeEnd.Nothing(
                        NothingSent.ForNow,
                        $"The offer {rival.Id} sells the same and is being paid. Nothing was charged. Wait for its "
                            + $"outcome."
                    )
                )
                .ConfigureAwait(false);
        }

        await ChangeAsync(accepting, (offer, now) => OfferTransitions.Failed(offer, OfferFailure.NotCompleted, now))
            .ConfigureAwait(false);
        return _outcomes.NotAvailable(accepting.Id, OfferUnavailableReason.AlreadyBought);
    }

    // The same is sold under the same key, for which nothing was sent yet.
    private async Task<OfferOutcome> DiscloseAgainAsync(
        OfferRecord accepting,
        OfferTerms terms,
        CancellationToken cancellationToken
    )
    {
        var (now, whyNot) = await discloser
            .DiscloseAgainAsync(accepting, terms, cancellationToken)
            .ConfigureAwait(false);
        if (now is null)
        {
            return await NothingSentAsync(
                    accepting,
                    new ChargeEnd.Nothing(
                        whyNot == OfferReason.RefusedByApi ? NothingSent.RefusedForGood : NothingSent.ForNow,
                        $"The price has changed, and the new one could not be disclosed: {whyNot}. Nothing was charged."
                    )
                )
                .ConfigureAwait(false);
        }

        return await ReopenAsync(accepting, now).ConfigureAwait(false) is { State: OfferState.Open } open
            ? _outcomes.Changed(open, engine.Clock.GetUtcNow())
            : _outcomes.NotAvailable(accepting.Id, OfferUnavailableReason.Expired);
    }

    private static ChargeEnd.Nothing WithoutRecord(string? explanation) =>
        new(NothingSent.ForNow, explanation ?? "It was too late to start the charge. Nothing was charged.");

    // After an exception the ledger says whether something was sent. If it cannot be read, the worker ends the offer.
    private async Task TryReopenAsync(OfferRecord accepting, OfferTerms terms)
    {
        try
        {
            var charge = await engine
                .Charges.Ledger.FindAsync(engine.Environment, terms.KeyOf(accepting.Id), CancellationToken.None)
                .ConfigureAwait(false);
            if (charge is null || (charge.State.IsReleased() && !OfferTransitions.MayHaveBeenSent(charge)))
                await ReopenAsync(accepting, terms: null).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Log.OfferNotReopened(engine.Log, accepting.Id, e.GetType().Name);
        }
    }

    private Task<OfferRecord?> ReopenAsync(OfferRecord accepting, OfferTerms? terms) =>
        ChangeAsync(accepting, (offer, now) => OfferTransitions.Reopened(offer, terms, now));

    // The version alone does not tell, because linking a customer moves an offer to its user meanwhile.
    private Task<OfferRecord?> ChangeAsync(
        OfferRecord accepting,
        Func<OfferRecord, DateTimeOffset, OfferRecord> change
    ) =>
        _recorder.ChangeAsync(
            accepting,
            current =>
                current.State == OfferState.Accepting
                && current.AcceptedAt == accepting.AcceptedAt
                && string.Equals(current.Consent, accepting.Consent, StringComparison.Ordinal)
                    ? change(current, engine.Clock.GetUtcNow())
                    : null,
            CancellationToken.None
        );

    private static DateTimeOffset StartBy(OfferRecord accepting)
    {
        var end = accepting.AcceptedAt!.Value + OfferTransitions.AcceptLifetime;
        return end < accepting.ExpiresAt ? end : accepting.ExpiresAt;
    }
}
