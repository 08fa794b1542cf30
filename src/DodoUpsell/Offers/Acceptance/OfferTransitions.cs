using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>Contains all transitions of an offer's record. The methods are pure functions.</summary>
internal static class OfferTransitions
{
    /// <summary>
    /// The time after an accept within which its charge must have claimed its key. A process that slept longer does not
    /// charge.
    /// </summary>
    public static readonly TimeSpan AcceptLifetime = TimeSpan.FromMinutes(5);

    public static OfferRecord Accepting(OfferRecord offer, OfferConsent consent) =>
        Next(offer) with
        {
            State = OfferState.Accepting,
            AcceptedAt = consent.PressedAt,
            Consent = consent.ToJson(),
        };

    /// <summary>Opens an offer again for which nothing was sent, unless its time is over.</summary>
    public static OfferRecord Reopened(OfferRecord accepting, OfferTerms? terms, DateTimeOffset now)
    {
        if (accepting.ExpiresAt <= now)
            return Failed(accepting, OfferFailure.NotCompleted, now);
        var open = Next(accepting) with { State = OfferState.Open, AcceptedAt = null, Consent = null };
        return terms is null ? open : open with { Terms = terms.ToJson(), Shown = terms.Disclosure.DueNow };
    }

    public static OfferRecord Declined(OfferRecord open, DateTimeOffset now) => Ended(open, OfferState.Declined, now);

    public static OfferRecord Expired(OfferRecord open, DateTimeOffset now) => Ended(open, OfferState.Expired, now);

    public static OfferRecord Failed(OfferRecord accepting, OfferFailure failure, DateTimeOffset now) =>
        Ended(accepting, OfferState.Failed, now) with
        {
            Failure = failure,
        };

    /// <summary>Returns the offer moved to the state of its charge, or null if nothing changes.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="charge">The current record of its charge key, or null if there is none.</param>
    /// <param name="now">The current time, in UTC.</param>
    /// <param name="isAcceptOver">Whether the call that accepted has ended, so that no page and no second try
    /// follow.</param>
    public static OfferRecord? Settled(OfferRecord offer, ChargeRecord? charge, DateTimeOffset now, bool isAcceptOver)
    {
        if (offer.State is OfferState.Accepted or OfferState.Withheld)
            return null;
        return charge?.State switch
        {
            ChargeState.Succeeded => Paid(offer, charge, now),
            ChargeState.Refunded when offer.Failure != OfferFailure.Refunded => Paid(offer, charge, now) with
            {
                State = OfferState.Failed,
                Failure = OfferFailure.Refunded,
            },
            _ when offer.State != OfferState.Accepting || !isAcceptOver => null,
            null => Failed(offer, OfferFailure.NotCompleted, now),
            ChargeState.NotCharged => Failed(offer, OfferFailure.NotCompleted, now),
            ChargeState.Refused => Failed(offer, OfferFailure.Refused, now),
            ChargeState.Declined => Failed(offer, OfferFailure.Declined, now) with { PaymentId = charge.PaymentId },
            _ => null,
        };
    }

    /// <summary>
    /// Returns whether a request was sent under the key, or a page was opened, so that a payment may turn up.
    /// </summary>
    public static bool MayHaveBeenSent(ChargeRecord charge) =>
        charge.SentAt is not null || ChargeTransitions.MayTurnUp(charge);

    private static OfferRecord Paid(OfferRecord offer, ChargeRecord charge, DateTimeOffset now) =>
        Ended(offer, OfferState.Accepted, now) with
        {
            PaymentId = charge.PaymentId,
            SubscriptionId = charge.SubscriptionId,
            Charged = charge.Charged ?? Money.Zero(offer.Shown.Currency),
            Failure = null,
        };

    private static OfferRecord Ended(OfferRecord offer, OfferState state, DateTimeOffset now) =>
        Next(offer) with
        {
            State = state,
            EndedAt = now,
            Slot = OfferSlots.AfterEnd(offer.Slot),
        };

    private static OfferRecord Next(OfferRecord offer) => offer with { Version = offer.Version + 1 };
}
