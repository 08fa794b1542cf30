namespace DodoUpsell.Offers;

/// <summary>Explains every rule to the seller. It stores nothing, and asks for no price.</summary>
internal sealed class OfferExplainer(OfferEngine engine, OfferFactsReader reader, PurchaseReader purchases)
{
    private readonly OfferVariants _variants = new(engine);

    public async Task<OfferExplanation> ExplainAsync(
        SubjectIds ids,
        string? paymentId,
        CancellationToken cancellationToken
    )
    {
        var subject = await engine
            .Store.FindSubjectAsync(engine.Environment, ids, cancellationToken)
            .ConfigureAwait(false);
        var memories = await OfferMemories.ReadAsync(engine, subject, cancellationToken).ConfigureAwait(false);
        var catalogue = engine.Catalogue;
        var occasion = new OfferOccasion
        {
            Subject = subject,
            CustomerId = subject.CustomerIds.Count > 0 ? subject.CustomerIds[0] : "",
            Placement = paymentId is null ? null : OfferPlacement.PostPurchase,
            Now = engine.Clock.GetUtcNow(),
            Catalogue = catalogue,
            Rules = catalogue.Rules,
            IsExplained = true,
        };
        var explanation = new OfferExplanation
        {
            Subject = subject,
            Rules = [],
            Pauses = memories.Pauses,
            Assignments = memories.Assignments,
            Offers = memories.Offers,
        };
        var whyNot = subject.CustomerIds.Count == 0 ? NoOfferReason.NoCustomer : (NoOfferReason?)null;
        if (whyNot is null && paymentId is not null)
        {
            (var purchase, whyNot) = await PurchaseAsync(paymentId, subject, cancellationToken).ConfigureAwait(false);
            occasion = occasion with { Purchase = purchase };
        }

        var facts = occasion.Start with { Memory = memories.Memory, Paused = memories.PausedAt(occasion.Now) };
        if (whyNot is null)
            (facts, whyNot) = await ReadAsync(occasion, memories, cancellationToken).ConfigureAwait(false);
        return whyNot is null
            ? await ExplainAsync(explanation, occasion, facts, memories, paymentId, cancellationToken)
                .ConfigureAwait(false)
            : explanation with
            {
                NoOffer = whyNot,
                Rules =
                [
                    .. catalogue.Rules.Select(rule => new OfferRuleReasons(
                        rule.Id,
                        OfferRuleEvaluator.Evaluate(rule, facts, catalogue) is { IsEmpty: false } known
                            ? known
                            : default(OfferReasons).With(OfferReason.FactsUnknown)
                    )),
                ],
            };
    }

    private async Task<(OfferFacts Facts, NoOfferReason? WhyNot)> ReadAsync(
        OfferOccasion occasion,
        OfferMemories memories,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await reader.ReadAsync(occasion, memories, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoException)
        {
            return (occasion.Start with { Memory = memories.Memory }, NoOfferReason.FactsUnavailable);
        }
    }

    private async Task<(ReadPurchase? Purchase, NoOfferReason? WhyNot)> PurchaseAsync(
        string paymentId,
        OfferSubject subject,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await purchases.FindAsync(paymentId, cancellationToken).ConfigureAwait(false) is not { } payment)
                return (null, NoOfferReason.PurchaseUnclear);
            if (!subject.CustomerIds.Contains(payment.Customer?.CustomerId ?? "", StringComparer.Ordinal))
                return (null, NoOfferReason.OtherSubject);
            return PurchaseCheck.Of(payment) is { } whyNot
                ? (null, whyNot)
                : await purchases.ReadAsync(payment, isVerified: false, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoException)
        {
            return (null, NoOfferReason.FactsUnavailable);
        }
    }

    private async Task<OfferExplanation> ExplainAsync(
        OfferExplanation explanation,
        OfferOccasion occasion,
        OfferFacts facts,
        OfferMemories memories,
        string? paymentId,
        CancellationToken cancellationToken
    )
    {
        var made = paymentId is null
            ? null
            : await engine
                .Store.FindBySlotAsync(engine.Environment, OfferSlots.AfterPurchase(paymentId), cancellationToken)
                .ConfigureAwait(false);
        var decided = made is null ? null : OfferMaker.DecisionOf(made, occasion.Now);
        var offered = decided is null ? null : made!;
        var (offeredId, placement) = (decided?.Offer?.RuleId, offered?.Placement);
        var noOffer = decided?.NoOffer;
        var reasons = new List<OfferRuleReasons>();
        foreach (var rule in occasion.Rules)
        {
            if (Is(offeredId, rule.Id))
                continue;
            var why = OfferRuleEvaluator.Evaluate(rule, facts, occasion.Catalogue);
            if (why.IsEmpty && placement is not null)
            {
                why = why.With(Is(placement, rule.Placement) ? OfferReason.LowerPriority : OfferReason.OtherPlacement);
            }
            else if (why.IsEmpty)
            {
                why = await VariantAsync(rule, occasion, facts, memories, cancellationToken).ConfigureAwait(false);
                if (why.Contains(OfferReason.Holdout))
                    noOffer = NoOfferReason.Holdout;
                if (why.IsEmpty || why.Contains(OfferReason.Holdout))
                    placement = rule.Placement;
                if (why.IsEmpty)
                    offeredId = rule.Id;
            }

            if (!why.IsEmpty)
                reasons.Add(new(rule.Id, why));
        }

        return explanation with
        {
            OfferedRuleId = offeredId,
            NoOffer = noOffer,
            Rules = reasons,
        };
    }

    private async Task<OfferReasons> VariantAsync(
        OfferRule rule,
        OfferOccasion occasion,
        OfferFacts facts,
        OfferMemories memories,
        CancellationToken cancellationToken
    )
    {
        if (rule.Experiment is not { } experiment)
            return default;
        if (OfferVariants.HasUnknown(experiment, memories.Assignments))
            return default(OfferReasons).With(OfferReason.NoVariant);
        var variant = await _variants
            .ExpectAsync(experiment, occasion.Subject, memories.Assignments, cancellationToken)
            .ConfigureAwait(false);
        if (variant is null)
            return default;
        var why = OfferRuleEvaluator.Evaluate(OfferVariants.Apply(rule, variant), facts, occasion.Catalogue);
        return why.IsEmpty && variant.IsHoldout ? why.With(OfferReason.Holdout) : why;
    }

    private static bool Is(string? left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
