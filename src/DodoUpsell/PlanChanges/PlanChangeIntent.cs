using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Confirms a quote: under the subscription's lock it quotes again, compares the two, and sends exactly what was
/// compared. A quote that the same call has just made is not repeated if nobody else took the lock since.
/// </summary>
internal sealed class PlanChangeIntent(
    ChargeEngine engine,
    PlanChangeQuoter quoter,
    SubscriptionLocks locks,
    PlanChangeOutcomes outcomes,
    PlanChangeQuote quote,
    Money? tolerance,
    FreshQuote? fresh = null,
    DateTimeOffset? startBy = null
) : ChargeIntent
{
    private PlanChangeQuote? _now;

    /// <summary>Gets the outcome when nothing was sent and the caller receives more details than a refusal.</summary>
    public PlanChangeOutcome? Objection { get; private set; }

    public override string? SubscriptionId => quote.Request.SubscriptionId;

    public override string? Details => PlanChangeDetails.Of(quote).ToJson();

    public override bool WaitsForClaimant => true;

    public override bool HasExpired(DateTimeOffset now) => now >= quote.ExpiresAt || now >= startBy;

    // A quote whose request was sent is never claimed again, whatever the outcome. Only its outcome is returned.
    public override bool MayClaimAgain(ChargeRecord released) => released.SentAt is null;

    public override async Task<Preparation> PrepareAsync(CancellationToken cancellationToken)
    {
        if (
            await locks.TryEnterAsync(Key, quote.Request.SubscriptionId, cancellationToken).ConfigureAwait(false)
            is not { } entered
        )
        {
            Objection = outcomes.Refused(
                quote,
                PlanChangeRefusalReason.ChangeInProgress,
                "Another quote of this subscription is being confirmed. Wait for its outcome, then preview again."
            );
            return new Preparation.Stop();
        }

        _now =
            fresh?.Holds(entered, engine.Clock) == true
                ? quote
                : await quoter.QuoteAgainAsync(quote, tolerance, cancellationToken).ConfigureAwait(false);
        Objection = ObjectionTo(_now);
        return Objection is null
            ? new Preparation.Ready(_now.PaymentMethodId, PlanChangeDetails.Of(_now).ToJson())
            : new Preparation.Stop();
    }

    public override async Task<ChargeAnswer> SendAsync(string? paymentMethodId, Metadata tagged)
    {
        var result = await engine
            .Dodo.Subscriptions.ChangePlanAsync(
                quote.Request.SubscriptionId,
                _now!.ToRequest(tagged),
                CancellationToken.None
            )
            .ConfigureAwait(false);
        return new(result.PaymentId, result.PaymentLink);
    }

    public override ChargeRecord Accepted(ChargeRecord record, ChargeAnswer answer) =>
        PlanChangeTransitions.Accepted(record);

    private PlanChangeOutcome? ObjectionTo(PlanChangeQuote now)
    {
        if (now.Refusal is { } refusal)
            return outcomes.Refused(quote.Request.SubscriptionId, Key, refusal);
        var differences = QuoteComparison.Between(quote, now, tolerance);
        if (differences.Count > 0)
            return outcomes.Changed(quote, now, differences);
        return HasExpired(engine.Clock.GetUtcNow()) ? outcomes.Expired(quote) : null;
    }
}
