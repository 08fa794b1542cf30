namespace DodoUpsell.Offers;

/// <summary>Converts the outcome of an offer's charge to the outcome of the offer. Each case has exactly one.</summary>
internal sealed class OfferOutcomes(ChargeMessages charges, OfferMessages offers)
{
    /// <summary>Returns the outcome of a cart's charge.</summary>
    /// <param name="offerId">The id of the offer.</param>
    /// <param name="outcome">The outcome of the charge.</param>
    /// <param name="canRetry">Whether the offer is open again.</param>
    public static OfferOutcome Of(string offerId, ChargeOutcome outcome, bool canRetry) =>
        outcome switch
        {
            ChargeOutcome.Succeeded paid => new OfferOutcome.Succeeded
            {
                OfferId = offerId,
                PaymentId = paid.PaymentId,
                Charged = paid.Charged,
                SubscriptionId = paid.SubscriptionId,
                CustomerMessage = paid.CustomerMessage,
            },
            ChargeOutcome.ActionRequired step => new OfferOutcome.ActionRequired
            {
                OfferId = offerId,
                PaymentId = step.PaymentId,
                Url = step.Url,
                CustomerMessage = step.CustomerMessage,
            },
            ChargeOutcome.CheckoutRequired page => new OfferOutcome.CheckoutRequired
            {
                OfferId = offerId,
                PaymentId = page.PaymentId,
                CheckoutUrl = page.CheckoutUrl,
                CustomerMessage = page.CustomerMessage,
            },
            ChargeOutcome.Declined declined => new OfferOutcome.Declined
            {
                OfferId = offerId,
                PaymentId = declined.PaymentId,
                Reason = declined.Reason,
                CheckoutUrl = declined.CheckoutUrl,
                CustomerMessage = declined.CustomerMessage,
            },
            ChargeOutcome.Refused refused => new OfferOutcome.Refused
            {
                OfferId = offerId,
                Explanation = refused.Refusal.Explanation,
                CheckoutUrl = refused.CheckoutUrl,
                CanRetry = canRetry,
                CustomerMessage = refused.CustomerMessage,
            },
            ChargeOutcome.Refunded refunded => new OfferOutcome.Refunded
            {
                OfferId = offerId,
                PaymentId = refunded.PaymentId,
                Charged = refunded.Charged,
                CustomerMessage = refunded.CustomerMessage,
            },
            ChargeOutcome.NotCharged nothing => new OfferOutcome.Refused
            {
                OfferId = offerId,
                Explanation = "Nothing was charged.",
                CanRetry = canRetry,
                CustomerMessage = nothing.CustomerMessage,
            },
            ChargeOutcome.Processing or ChargeOutcome.Pending or ChargeOutcome.AlreadyInProgress => Pending(
                offerId,
                outcome.PaymentId,
                outcome.CustomerMessage
            ),
            _ => throw new InvalidOperationException($"The charge outcome {outcome} has no offer outcome."),
        };

    /// <summary>Returns the outcome of a plan change, except of one whose quote has changed.</summary>
    /// <inheritdoc cref="Of(string, ChargeOutcome, bool)"/>
    public static OfferOutcome Of(string offerId, PlanChangeOutcome outcome, bool canRetry) =>
        outcome switch
        {
            PlanChangeOutcome.Changed changed => new OfferOutcome.Succeeded
            {
                OfferId = offerId,
                PaymentId = changed.PaymentId,
                Charged = changed.Charged,
                SubscriptionId = changed.SubscriptionId,
                CustomerMessage = changed.CustomerMessage,
            },
            PlanChangeOutcome.Scheduled scheduled => new OfferOutcome.Scheduled
            {
                OfferId = offerId,
                PaymentId = scheduled.PaymentId,
                EffectiveAt = scheduled.EffectiveAt,
                CustomerMessage = scheduled.CustomerMessage,
            },
            PlanChangeOutcome.ActionRequired step => new OfferOutcome.ActionRequired
            {
                OfferId = offerId,
                PaymentId = step.PaymentId,
                Url = step.Url,
                CustomerMessage = step.CustomerMessage,
            },
            PlanChangeOutcome.PaymentFailed failed => new OfferOutcome.Declined
            {
                OfferId = offerId,
                PaymentId = failed.PaymentId,
                Reason = failed.Reason,
                CustomerMessage = failed.CustomerMessage,
            },
            PlanChangeOutcome.Refunded refunded => new OfferOutcome.Refunded
            {
                OfferId = offerId,
                PaymentId = refunded.PaymentId,
                Charged = refunded.Charged,
                CustomerMessage = refunded.CustomerMessage,
            },
            PlanChangeOutcome.Refused refused => new OfferOutcome.Refused
            {
                OfferId = offerId,
                Explanation = refused.Refusal.Explanation,
                CanRetry = canRetry,
                CustomerMessage = refused.CustomerMessage,
            },
            PlanChangeOutcome.PaymentPending or PlanChangeOutcome.Unknown => Pending(
                offerId,
                outcome.PaymentId,
                outcome.CustomerMessage
            ),
            _ => throw new InvalidOperationException($"The plan change outcome {outcome} has no offer outcome."),
        };

    public OfferOutcome Pending(string offerId) => Pending(offerId, null, charges.Text(ChargeMessage.Pending));

    public OfferOutcome Refused(string offerId, string explanation, bool canRetry) =>
        new OfferOutcome.Refused
        {
            OfferId = offerId,
            Explanation = explanation,
            CanRetry = canRetry,
            CustomerMessage = charges.Text(ChargeMessage.Refused),
        };

    public OfferOutcome NotAvailable(string offerId, OfferUnavailableReason reason) =>
        new OfferOutcome.NotAvailable
        {
            OfferId = offerId,
            Reason = reason,
            CustomerMessage = offers.Text(OfferMessage.NotAvailable),
        };

    public OfferOutcome Changed(OfferRecord offer, DateTimeOffset now) =>
        new OfferOutcome.Changed
        {
            OfferId = offer.Id,
            Offer = OfferView.Of(offer, now),
            CustomerMessage = offers.Text(OfferMessage.Changed),
        };

    /// <summary>Returns the outcome of an offer whose charge is no longer in the ledger, or never was.</summary>
    public OfferOutcome WithoutCharge(OfferRecord offer) =>
        offer switch
        {
            { State: OfferState.Accepting } => Pending(offer.Id),
            { State: OfferState.Accepted } when ScheduledAt(offer) is { } at => new OfferOutcome.Scheduled
            {
                OfferId = offer.Id,
                EffectiveAt = at,
                CustomerMessage = charges.Text(ChargeMessage.PlanChangeScheduled),
            },
            { State: OfferState.Accepted } => new OfferOutcome.Succeeded
            {
                OfferId = offer.Id,
                PaymentId = offer.PaymentId,
                SubscriptionId = offer.SubscriptionId,
                Charged = offer.Charged ?? Money.Zero(offer.Shown.Currency),
                CustomerMessage = charges.Text(ChargeMessage.Succeeded),
            },
            { Failure: OfferFailure.Refunded } => new OfferOutcome.Refunded
            {
                OfferId = offer.Id,
                PaymentId = offer.PaymentId,
                Charged = offer.Charged ?? Money.Zero(offer.Shown.Currency),
                CustomerMessage = charges.Text(ChargeMessage.Refunded),
            },
            _ => NotAvailable(offer.Id, OfferUnavailableReason.Failed),
        };

    private static DateTimeOffset? ScheduledAt(OfferRecord offer) =>
        OfferTerms.Parse(offer.Terms).Quote is { } json
        && PlanChangeQuote.Parse(json) is { Request.IsScheduled: true } quote
            ? quote.EffectiveAt
            : null;

    private static OfferOutcome.Pending Pending(string offerId, string? paymentId, string message) =>
        new()
        {
            OfferId = offerId,
            PaymentId = paymentId,
            CustomerMessage = message,
        };
}
