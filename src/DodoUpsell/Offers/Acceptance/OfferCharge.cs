using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>
/// Charges the cart of an offer to the payment method that was disclosed. It previews what it sends and reads no list of
/// payment methods.
/// </summary>
internal sealed class OfferCharge(ChargeEngine engine, OfferTerms terms, UpsellRequest request, DateTimeOffset startBy)
    : CartCharge(engine.Dodo, engine.Clock, request)
{
    // The API rounds to days, and the end of a month can shift a renewal by a day or two between two previews.
    private static readonly TimeSpan DateSlack = TimeSpan.FromDays(2);

    /// <summary>Gets whether the API refused the preview, so that the offer cannot be charged as it is.</summary>
    public bool IsRefusedForGood { get; private set; }

    // The worker ends an offer that was declined and left behind. A page must not follow then.
    public override bool FallsBack => !HasExpired(engine.Clock.GetUtcNow());

    public override bool HasExpired(DateTimeOffset now) => now >= startBy;

    // One offer is sent at most once, whatever became of it.
    public override bool MayClaimAgain(ChargeRecord released) => !OfferTransitions.MayHaveBeenSent(released);

    public override async Task<Preparation> PrepareAsync(CancellationToken cancellationToken)
    {
        var price = await ReadPriceAsync(cancellationToken).ConfigureAwait(false);
        IsRefusedForGood = price.Refusal is not null;
        if ((price.ObjectionTo(terms.Disclosure.DueNow) ?? ObjectionToWhatRecurs(price)) is { } objection)
            return new Preparation.Refuse(objection);
        var now = engine.Clock.GetUtcNow();
        if (HasExpired(now))
            return new Preparation.Stop();
        return terms.PaymentMethodId is { } method && !IsCardExpired(now)
            ? new Preparation.Ready(method)
            : new Preparation.CheckoutInstead(CheckoutReason.NoUsableMethod);
    }

    protected override CreateCheckoutSessionRequest Cart(Metadata? metadata) => OfferCart.RequestOf(request, metadata);

    private ChargeRefusal? ObjectionToWhatRecurs(CartPrice price)
    {
        if (price.IsRecurring(request.Items) is not { } isRecurring)
            return Refusal(
                ChargeRefusalReason.PriceUnknown,
                "POST /checkouts/preview did not describe each product, so it is not known whether the cart recurs."
            );
        if (isRecurring != terms.IsRecurring)
            return Changed();
        if (!isRecurring || terms.Disclosure.Recurrence is not { } shown)
            return null;
        var preview = price.Preview!;
        if (preview.DuePerPeriod is not { } amount)
            return Refusal(
                ChargeRefusalReason.PriceUnknown,
                "POST /checkouts/preview returned no recurring_breakup.total_amount, so the renewals that were shown "
                    + "could not be checked."
            );
        return amount.Currency != shown.Amount.Currency || amount > shown.Amount || IsEarlier(preview, shown)
            ? Changed()
            : null;
    }

    // A renewal that comes earlier than shown is worse, such as after a shortened trial.
    private static bool IsEarlier(CheckoutPreview preview, OfferRecurrence shown) =>
        shown.NextAt is { } then && (preview.NextBillingDate is not { } next || next < then - DateSlack);

    private bool IsCardExpired(DateTimeOffset now) =>
        CardExpiry.IsOver(
            new SavedCard { ExpiryMonth = terms.CardExpiryMonth, ExpiryYear = terms.CardExpiryYear },
            now
        );

    private static ChargeRefusal Changed() =>
        Refusal(
            ChargeRefusalReason.PriceChanged,
            "What recurs is not what the customer was shown. Show the customer the new disclosure."
        );

    private static ChargeRefusal Refusal(ChargeRefusalReason reason, string explanation) =>
        new(reason, default, explanation + " Nothing was charged.");
}
