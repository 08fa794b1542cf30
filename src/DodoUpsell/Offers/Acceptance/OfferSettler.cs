using DodoUpsell.Diagnostics;

namespace DodoUpsell.Offers;

/// <summary>
/// Moves an offer to the state of its charge, whoever noticed it: the accept itself, a settlement or the worker. It
/// reads the ledger, so the order in which settlements arrive does not matter.
/// </summary>
internal sealed class OfferSettler(OfferEngine engine)
{
    private const int PageSize = 100;

    private readonly OfferRecorder _recorder = new(engine);

    /// <summary>Returns the id of the offer that a charge key belongs to, or null if it belongs to none.</summary>
    public static string? OfferIdOf(ChargeKey key)
    {
        const string PlanChange = "planchange-";
        var text = key.Value;
        if (text.StartsWith(PlanChange, StringComparison.Ordinal))
            text = text[PlanChange.Length..];
        return text.StartsWith("ofr_", StringComparison.Ordinal) ? text : null;
    }

    /// <summary>Moves the offer to the state of its charge. Returns the record, or null if there is no such offer.</summary>
    /// <remarks>
    /// While the call that accepted may be at work, only a payment moves the offer: a page may follow a decline, and an
    /// offer for which nothing was sent is opened again.
    /// </remarks>
    public Task<OfferRecord?> SettleAsync(string offerId, CancellationToken cancellationToken) =>
        SettleAsync(offerId, isAcceptOver: false, cancellationToken);

    /// <inheritdoc cref="SettleAsync(string, CancellationToken)"/>
    /// <param name="offerId">The id of the offer.</param>
    /// <param name="isAcceptOver">Whether the caller is the one that accepted, and has ended its charge.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<OfferRecord?> SettleAsync(string offerId, bool isAcceptOver, CancellationToken cancellationToken)
    {
        while (
            await engine.Store.FindAsync(engine.Environment, offerId, cancellationToken).ConfigureAwait(false)
                is { } offer
        )
        {
            var key = OfferTerms.Parse(offer.Terms).KeyOf(offer.Id);
            var charge = await engine
                .Charges.Ledger.FindAsync(engine.Environment, key, cancellationToken)
                .ConfigureAwait(false);
            var now = engine.Clock.GetUtcNow();
            var after = OfferTransitions.Settled(offer, charge, now, isAcceptOver || IsAcceptOver(offer, now));
            if (
                after is not null
                && !await _recorder
                    .TryChangeAsync(offer, after, ReceiptContent.Of(offer, after, charge), cancellationToken)
                    .ConfigureAwait(false)
            )
                continue;
            if (after is not null && offer.State is not (OfferState.Accepting or OfferState.Failed))
                Log.OfferPaidUnexpectedly(engine.Log, offer.Id, offer.State, charge?.PaymentId);
            await AddMoneyAsync(after ?? offer, charge, cancellationToken).ConfigureAwait(false);
            return after ?? offer;
        }

        return null;
    }

    /// <summary>Expires offers whose time is over, and settles accepted ones that were left behind.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // With a clock that is ahead, every offer would seem over.
        if (!await engine.Charges.ClockGuard.IsMeasuredAsync(cancellationToken).ConfigureAwait(false))
            return;
        var now = engine.Clock.GetUtcNow();
        var expiredBefore = now - Margin;
        IReadOnlyList<OfferRecord> page = [];
        do
        {
            page = await engine
                .Store.ListOverdueAsync(
                    engine.Environment,
                    expiredBefore,
                    expiredBefore - OfferTransitions.AcceptLifetime,
                    PageSize,
                    page.Count > 0 ? page[^1] : null,
                    cancellationToken
                )
                .ConfigureAwait(false);
            foreach (var offer in page)
                await SweepAsync(offer, cancellationToken).ConfigureAwait(false);
        } while (page.Count == PageSize);
    }

    // One node's clock may be ahead of the API's clock and another node's behind it.
    private TimeSpan Margin => 2 * engine.Charges.Times.MaxClockSkew;

    private bool IsAcceptOver(OfferRecord offer, DateTimeOffset now) =>
        engine.Charges.IsClockTrusted
        && offer.AcceptedAt is { } accepted
        && now >= accepted + OfferTransitions.AcceptLifetime + Margin;

    private async Task SweepAsync(OfferRecord offer, CancellationToken cancellationToken)
    {
        try
        {
            if (offer.State == OfferState.Accepting)
                await SettleAsync(offer.Id, cancellationToken).ConfigureAwait(false);
            else
                await _recorder
                    .ChangeAsync(
                        offer,
                        current =>
                            current.State == OfferState.Open
                                ? OfferTransitions.Expired(current, engine.Clock.GetUtcNow())
                                : null,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One offer that cannot be settled must not block the others.
            Log.OfferNotSwept(engine.Log, offer.Id, e.GetType().Name);
        }
    }

    // Again for an offer that is accepted already, because the process may have ended between the two steps. Each
    // payment is stored once.
    private Task AddMoneyAsync(OfferRecord offer, ChargeRecord? charge, CancellationToken cancellationToken)
    {
        if (
            charge
            is not {
                State: ChargeState.Succeeded or ChargeState.Refunded,
                PaymentId: { } paymentId,
                Charged: { IsZero: false } charged
            }
        )
            return Task.CompletedTask;
        return engine.Store.AddMoneyAsync(
            new OfferMoney
            {
                Environment = offer.Environment,
                SourceId = paymentId,
                Kind = OfferMoneyKind.Payment,
                PaymentId = paymentId,
                SubjectId = offer.SubjectId,
                Amount = charged,
                OccurredAt = charge.SettledAt ?? engine.Clock.GetUtcNow(),
                OfferId = offer.Id,
                ProductIds = OfferTerms.Parse(offer.Terms).ProductIds,
            },
            cancellationToken
        );
    }
}
