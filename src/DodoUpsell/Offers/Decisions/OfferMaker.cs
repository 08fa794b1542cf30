using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>Discloses what a candidate sells. See <see cref="OfferDiscloser.DiscloseAsync"/>.</summary>
internal delegate Task<(OfferTerms? Terms, OfferReason? WhyNot)> DiscloseOffer(
    OfferCandidate candidate,
    string offerId,
    CancellationToken cancellationToken
);

/// <summary>Tries the rules of an occasion in their order, and stores the first offer that can be disclosed.</summary>
internal sealed class OfferMaker(OfferEngine engine, DiscloseOffer disclose)
{
    private readonly OfferVariants _variants = new(engine);
    private readonly OfferRecorder _recorder = new(engine);

    public async Task<OfferDecision> MakeAsync(
        OfferOccasion occasion,
        OfferFacts facts,
        OfferMemories memories,
        CultureInfo culture,
        DecisionTime time
    )
    {
        var reasons = new List<OfferRuleReasons>(occasion.Rules.Count);
        OfferRecord? made = null;
        foreach (var rule in occasion.Rules)
        {
            var why = OfferRuleEvaluator.Evaluate(rule, facts, occasion.Catalogue);
            if (why.IsEmpty && made is not null)
            {
                why = why.With(OfferReason.LowerPriority);
            }
            else if (why.IsEmpty)
            {
                var attempt = await TryAsync(rule, occasion, facts, memories, culture, time).ConfigureAwait(false);
                (made, why) = (attempt.Stored, attempt.Reasons);
                if (attempt.IsOlder)
                    return DecisionOf(attempt.Stored!, occasion.Now);
                if (made is { State: OfferState.Withheld })
                    why = why.With(OfferReason.Holdout);
            }

            if (!why.IsEmpty)
                reasons.Add(new(rule.Id, why));
        }

        return (made is null ? new() : DecisionOf(made, occasion.Now)) with
        {
            Rules = reasons,
        };
    }

    /// <summary>Returns the decision that a stored offer stands for.</summary>
    public static OfferDecision DecisionOf(OfferRecord stored, DateTimeOffset now) =>
        stored switch
        {
            { State: OfferState.Withheld } => new() { NoOffer = NoOfferReason.Holdout },
            { State: OfferState.Open } when stored.ExpiresAt > now => new() { Offer = OfferView.Of(stored, now) },
            _ => new() { NoOffer = NoOfferReason.AlreadyDecided },
        };

    private async Task<(OfferRecord? Stored, bool IsOlder, OfferReasons Reasons)> TryAsync(
        OfferRule rule,
        OfferOccasion occasion,
        OfferFacts facts,
        OfferMemories memories,
        CultureInfo culture,
        DecisionTime time
    )
    {
        OfferVariant? variant = null;
        if (rule.Experiment is not null)
        {
            variant = await _variants
                .AssignAsync(rule, occasion.Subject, memories.Assignments, occasion.Now, time.Token)
                .ConfigureAwait(false);
            if (variant is null)
                return (null, false, default(OfferReasons).With(OfferReason.NoVariant));
            rule = OfferVariants.Apply(rule, variant);

            // What the variant sells has not been compared with the facts yet.
            var why = OfferRuleEvaluator.Evaluate(rule, facts, occasion.Catalogue);
            if (!why.IsEmpty)
                return (null, false, why);
        }

        var id = engine.NewOfferId();
        var candidate = CandidateOf(rule, variant, occasion, facts, culture);
        var (terms, whyNot) = await disclose(candidate, id, time.Token).ConfigureAwait(false);
        if (terms is null)
            return (null, false, default(OfferReasons).With(whyNot ?? OfferReason.PriceUnknown));

        var record = RecordOf(id, candidate, variant, terms, occasion);
        time.ThrowIfOver();
        var stored = await _recorder.AddAsync(record, time.Token).ConfigureAwait(false);
        return (stored, !string.Equals(stored.Id, id, StringComparison.Ordinal), default);
    }

    private static OfferCandidate CandidateOf(
        OfferRule rule,
        OfferVariant? variant,
        OfferOccasion occasion,
        OfferFacts facts,
        CultureInfo culture
    )
    {
        var target = SaleResolver.Match(rule, facts, occasion.Catalogue).Target;
        return new()
        {
            Rule = rule,
            Variant = variant?.Name,
            Sale = SaleResolver.Resolve(rule, facts, occasion.Catalogue),
            Discounts = rule.Discounts,
            TextKey = rule.TextKey ?? rule.Id,
            CustomerId = target is { CustomerId.Length: > 0 } ? target.CustomerId : occasion.CustomerId,
            Purchase = occasion.Purchase?.Payment,
            ExpiresAt = ExpiryOf(rule, facts),
            Culture = culture,
        };
    }

    // A purchase that seems to lie in the future, because two clocks differ, gives no more time. What ends earlier than
    // the offer ends the offer.
    private static DateTimeOffset ExpiryOf(OfferRule rule, OfferFacts facts)
    {
        var start = facts.Purchase is { } purchase && purchase.At < facts.Now ? purchase.At : facts.Now;
        return rule
            .Discounts.Select(discount => discount.EndsAt)
            .Append(rule.EndsAt)
            .Append(start + rule.Expiry)
            .OfType<DateTimeOffset>()
            .Min();
    }

    private OfferRecord RecordOf(
        string id,
        OfferCandidate candidate,
        OfferVariant? variant,
        OfferTerms terms,
        OfferOccasion occasion
    ) =>
        new()
        {
            Environment = engine.Environment,
            Id = id,
            Slot = occasion.Slot,
            SubjectId = occasion.Subject.Id,
            CustomerId = candidate.CustomerId,
            RuleId = candidate.Rule.Id,
            ExperimentKey = candidate.Rule.Experiment?.Key,
            Variant = variant?.Name,
            Placement = occasion.Placement ?? candidate.Rule.Placement,
            PurchaseId = occasion.Purchase?.Payment.PaymentId,
            ParentId = occasion.Declined?.Id,
            Depth = (occasion.Declined?.Depth ?? 0) + 1,
            State = variant is { IsHoldout: true } ? OfferState.Withheld : OfferState.Open,
            MadeAt = occasion.Now,
            ExpiresAt = candidate.ExpiresAt,
            EndedAt = variant is { IsHoldout: true } ? occasion.Now : null,
            Shown = terms.Disclosure.DueNow,
            Terms = terms.ToJson(),
        };
}
