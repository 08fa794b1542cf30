using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>Accepts and declines offers. Accepting charges through the charge protocol with the offer's id as key.</summary>
internal sealed class OfferAcceptance
{
    private readonly OfferEngine _engine;
    private readonly OfferDecider _decider;
    private readonly OfferSettler _settler;
    private readonly OfferCharging _charging;
    private readonly OfferRecorder _recorder;
    private readonly OfferOutcomes _outcomes;
    private readonly PlanChangeFlow _planChanges;

    public OfferAcceptance(OfferEngine engine, OfferDiscloser discloser, OfferDecider decider)
    {
        (_engine, _decider) = (engine, decider);
        _settler = new OfferSettler(engine);
        _charging = new OfferCharging(engine, discloser, _settler);
        _recorder = new OfferRecorder(engine);
        _outcomes = new OfferOutcomes(engine.Charges.Messages, engine.Messages);
        _planChanges = new PlanChangeFlow(engine.Charges);
    }

    private DateTimeOffset Now => _engine.Clock.GetUtcNow();

    public async Task<OfferOutcome> AcceptAsync(AcceptOfferRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var offer = await FindAsync(request.Subject, request.OfferId, cancellationToken).ConfigureAwait(false);
            if (offer is null)
                return _outcomes.NotAvailable(request.OfferId, OfferUnavailableReason.NotFound);
            if (offer.State is OfferState.Accepting or OfferState.Accepted or OfferState.Failed)
                return await OutcomeAsync(offer, cancellationToken).ConfigureAwait(false);
            if (offer.State != OfferState.Open || offer.ExpiresAt <= Now)
                return _outcomes.NotAvailable(
                    offer.Id,
                    offer.State == OfferState.Declined
                        ? OfferUnavailableReason.Declined
                        : OfferUnavailableReason.Expired
                );

            var terms = OfferTerms.Parse(offer.Terms);
            if (!string.Equals(terms.Disclosure.Id, request.DisclosureId, StringComparison.Ordinal))
                return _outcomes.Changed(offer, Now);
            if (await IsStoppedAsync(offer.RuleId, cancellationToken).ConfigureAwait(false))
                return _outcomes.NotAvailable(offer.Id, OfferUnavailableReason.RuleStopped);

            // Of several accepts, one moves the offer, and only that one charges.
            var accepting = OfferTransitions.Accepting(
                offer,
                new OfferConsent
                {
                    DisclosureId = terms.Disclosure.Id,
                    PressedAt = Now,
                    PressedBy = request.AcceptedBy,
                    Culture = terms.Disclosure.Culture,
                }
            );
            if (await _recorder.TryChangeAsync(offer, accepting, null, cancellationToken).ConfigureAwait(false))
                return await _charging.RunAsync(accepting, terms, request, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<OfferOutcome?> FindOutcomeAsync(
        SubjectIds subject,
        string offerId,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(subject, offerId, cancellationToken).ConfigureAwait(false) is { AcceptedAt: not null } offer
            ? await OutcomeAsync(offer, cancellationToken).ConfigureAwait(false)
            : null;

    public async Task<OfferDecision?> DeclineAsync(
        SubjectIds subject,
        string offerId,
        CultureInfo culture,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(subject, offerId, cancellationToken).ConfigureAwait(false) is not { } offer)
            return null;

        // A no after the expiry is a no as well, so that it is remembered.
        var declined = await _recorder
            .ChangeAsync(
                offer,
                current => current.State == OfferState.Open ? OfferTransitions.Declined(current, Now) : null,
                cancellationToken
            )
            .ConfigureAwait(false);
        if (declined?.State != OfferState.Declined)
            return new OfferDecision { NoOffer = NoOfferReason.AlreadyDecided };
        return _engine.Catalogue.Find(declined.RuleId) is { DownsellRuleId: not null }
            ? await _decider.FindDownsellAsync(declined, culture, cancellationToken).ConfigureAwait(false)
            : new OfferDecision { NoOffer = NoOfferReason.ChainEnded };
    }

    // Charges nothing. The key belongs to the call that moved the offer to accepting.
    private async Task<OfferOutcome> OutcomeAsync(OfferRecord offer, CancellationToken cancellationToken)
    {
        var key = OfferTerms.Parse(offer.Terms).KeyOf(offer.Id);
        var isPlanChange = !string.Equals(key.Value, offer.Id, StringComparison.Ordinal);
        var change = isPlanChange ? await _planChanges.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;
        var charge = isPlanChange
            ? null
            : await _engine.Charges.FindOutcomeAsync(key, [FlowNames.Upsell], cancellationToken).ConfigureAwait(false);
        offer = await _settler.SettleAsync(offer.Id, cancellationToken).ConfigureAwait(false) ?? offer;
        var canRetry = offer.State == OfferState.Open;
        var outcome =
            change is not null ? OfferOutcomes.Of(offer.Id, change, canRetry)
            : charge is not null ? OfferOutcomes.Of(offer.Id, charge, canRetry)
            : null;
        return offer.State switch
        {
            OfferState.Open => _outcomes.Refused(offer.Id, "Nothing was charged. The offer is open again.", canRetry),

            // The call that accepted may be about to open a page, or to open the offer again.
            OfferState.Accepting
                when outcome
                    is null
                        or OfferOutcome.Declined { CheckoutUrl: null }
                        or OfferOutcome.Refused { CheckoutUrl: null } => _outcomes.Pending(offer.Id),
            _ => outcome ?? _outcomes.WithoutCharge(offer),
        };
    }

    /// <summary>Returns an offer of the subject, or null if there is none. What was withheld was never shown.</summary>
    public async Task<OfferRecord?> FindAsync(SubjectIds subject, string offerId, CancellationToken cancellationToken)
    {
        var known = await _engine
            .Store.FindSubjectAsync(_engine.Environment, subject, cancellationToken)
            .ConfigureAwait(false);
        var offer = await _engine
            .Store.FindAsync(_engine.Environment, offerId, cancellationToken)
            .ConfigureAwait(false);
        return
            offer is { State: not OfferState.Withheld }
            && string.Equals(offer.SubjectId, known.Id, StringComparison.Ordinal)
            ? offer
            : null;
    }

    private async Task<bool> IsStoppedAsync(string ruleId, CancellationToken cancellationToken)
    {
        if (_engine.Catalogue.Find(ruleId) is not { Enabled: true })
            return true;
        var pauses = await _engine.Store.ListPausesAsync(_engine.Environment, cancellationToken).ConfigureAwait(false);
        var now = Now;
        return pauses.Any(pause =>
            string.Equals(pause.RuleId, ruleId, StringComparison.Ordinal) && !(pause.ResumesAt <= now)
        );
    }
}
