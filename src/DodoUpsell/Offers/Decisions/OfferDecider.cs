using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>Answers what a subject is offered now, within the deadline.</summary>
internal sealed class OfferDecider
{
    private readonly OfferEngine _engine;
    private readonly OfferMaker _maker;
    private readonly OfferFactsReader _facts;
    private readonly PurchaseReader _purchases;
    private readonly SubjectLinks _links;
    private readonly OfferRecorder _recorder;
    private readonly OfferTranslator _translator;

    public OfferDecider(OfferEngine engine, OfferDiscloser discloser)
        : this(engine, discloser.DiscloseAsync, discloser) { }

    public OfferDecider(OfferEngine engine, DiscloseOffer disclose, OfferDiscloser? discloser = null)
    {
        _translator = new(engine, discloser ?? new(engine));
        _engine = engine;
        _maker = new(engine, disclose);
        _facts = new(engine);
        _purchases = new(engine);
        _links = new(engine);
        _recorder = new(engine);
    }

    public Task<OfferDecision> FindAfterPurchaseAsync(OfferPurchase purchase, CancellationToken cancellationToken)
    {
        // The culture of the caller, not that of the thread on which the decision runs.
        var culture = purchase.Culture ?? CultureInfo.CurrentUICulture;
        return DecisionTime.LimitAsync(
            _engine,
            OfferPlacement.PostPurchase,
            time => AfterPurchaseAsync(purchase, culture, time),
            cancellationToken
        );
    }

    public Task<OfferDecision> FindAtAsync(
        SubjectIds subject,
        string placement,
        CultureInfo culture,
        CancellationToken cancellationToken
    ) =>
        DecisionTime.LimitAsync(
            _engine,
            placement,
            time => AtAsync(subject, placement, culture, time),
            cancellationToken
        );

    /// <summary>Returns the downsell after a no to an offer, or none.</summary>
    public Task<OfferDecision> FindDownsellAsync(
        OfferRecord declined,
        CultureInfo culture,
        CancellationToken cancellationToken
    ) =>
        DecisionTime.LimitAsync(
            _engine,
            declined.Placement,
            time => AfterNoAsync(declined, culture, time),
            cancellationToken
        );

    public Task<OfferExplanation> ExplainAsync(
        SubjectIds subject,
        string? paymentId,
        CancellationToken cancellationToken
    ) => new OfferExplainer(_engine, _facts, _purchases).ExplainAsync(subject, paymentId, cancellationToken);

    private async Task<OfferDecision> AfterPurchaseAsync(OfferPurchase purchase, CultureInfo culture, DecisionTime time)
    {
        var slot = OfferSlots.AfterPurchase(purchase.PaymentId);
        var given = purchase.Subject is { } ids ? await SubjectAsync(ids, time).ConfigureAwait(false) : null;
        if (await FindBySlotAsync(slot, time).ConfigureAwait(false) is { } stored)
        {
            return given is null || await _links.BelongsAsync(stored, given, time.Token).ConfigureAwait(false)
                ? await ShowAsync(stored, culture, time).ConfigureAwait(false)
                : No(NoOfferReason.OtherSubject);
        }

        var (catalogue, now) = (_engine.Catalogue, Now);
        if (Scheduled(catalogue, OfferPlacement.PostPurchase, now) is { } none)
            return none;
        if (await _purchases.FindAsync(purchase.PaymentId, time.Token).ConfigureAwait(false) is not { } payment)
            return No(NoOfferReason.PurchaseUnclear);
        var subject = await _links.SubjectOfAsync(payment, purchase.Subject, time.Token).ConfigureAwait(false);
        if (subject is null)
            return No(purchase.Subject is null ? NoOfferReason.PurchaseUnclear : NoOfferReason.OtherSubject);
        if ((PurchaseCheck.Of(payment) ?? TooOld(payment, catalogue, now)) is { } whyNot)
            return No(whyNot);
        var (read, unclear) = await _purchases.ReadAsync(payment, isVerified: false, time.Token).ConfigureAwait(false);
        if (read is null)
            return No(unclear);
        return await DecideAsync(
                new()
                {
                    Subject = subject,
                    CustomerId = payment.Customer!.CustomerId,
                    Placement = OfferPlacement.PostPurchase,
                    Slot = slot,
                    Purchase = read,
                    Now = now,
                    Catalogue = catalogue,
                    Rules = catalogue.Rules,
                },
                culture,
                time
            )
            .ConfigureAwait(false);
    }

    private async Task<OfferDecision> AtAsync(SubjectIds ids, string placement, CultureInfo culture, DecisionTime time)
    {
        var subject = await SubjectAsync(ids, time).ConfigureAwait(false);
        var slot = OfferSlots.At(placement, subject);
        var now = Now;

        // What fills the slot but has ended makes room first. If another caller was faster, its offer is found.
        while (await FindBySlotAsync(slot, time).ConfigureAwait(false) is { } stored)
        {
            if (stored.State == OfferState.Accepting)
                break;
            if (stored.State is OfferState.Open or OfferState.Withheld && stored.ExpiresAt > now)
                return await ShowAsync(stored, culture, time).ConfigureAwait(false);
            await _recorder
                .TryChangeAsync(
                    stored,
                    stored with
                    {
                        State = stored.State == OfferState.Open ? OfferState.Expired : stored.State,
                        Slot = null,
                        EndedAt = stored.EndedAt ?? now,
                        Version = stored.Version + 1,
                    },
                    receipt: null,
                    time.Token
                )
                .ConfigureAwait(false);
        }

        var catalogue = _engine.Catalogue;
        if (Scheduled(catalogue, placement, now) is { } none)
            return none;
        if (subject.CustomerIds.Count == 0)
            return No(NoOfferReason.NoCustomer);
        return await DecideAsync(
                new()
                {
                    Subject = subject,
                    CustomerId = CustomerOf(subject, ids),
                    Placement = placement,
                    Slot = slot,
                    Now = now,
                    Catalogue = catalogue,
                    Rules = catalogue.Rules,
                },
                culture,
                time
            )
            .ConfigureAwait(false);
    }

    private async Task<OfferDecision> ShowAsync(OfferRecord stored, CultureInfo culture, DecisionTime time) =>
        OfferMaker.DecisionOf(await _translator.InAsync(stored, culture, time.Token).ConfigureAwait(false), Now);

    private async Task<OfferDecision> AfterNoAsync(OfferRecord declined, CultureInfo culture, DecisionTime time)
    {
        var slot = OfferSlots.AfterOffer(declined.Id);
        if (await FindBySlotAsync(slot, time).ConfigureAwait(false) is { } stored)
            return await ShowAsync(stored, culture, time).ConfigureAwait(false);

        var (catalogue, now) = (_engine.Catalogue, Now);
        var rule = catalogue.Find(declined.RuleId)?.DownsellRuleId is { } id ? catalogue.Find(id) : null;
        if (rule is null || declined.State != OfferState.Declined || declined.Depth >= catalogue.Options.ChainLimit)
            return No(NoOfferReason.ChainEnded);
        ReadPurchase? purchase = null;
        if (declined.PurchaseId is { } paymentId)
        {
            var (read, whyNot) = await ReadAgainAsync(paymentId, time).ConfigureAwait(false);
            if (read is null)
                return No(whyNot);
            purchase = read;
        }

        return await DecideAsync(
                new()
                {
                    Subject = await SubjectAsync(SubjectLinks.IdsOf(declined), time).ConfigureAwait(false),
                    CustomerId = declined.CustomerId,
                    Placement = declined.Placement,
                    Slot = slot,
                    Purchase = purchase,
                    Declined = declined,
                    Now = now,
                    Catalogue = catalogue,
                    Rules = [rule],
                },
                culture,
                time
            )
            .ConfigureAwait(false);
    }

    // It was verified before the first offer. Only a refund can have changed what it is.
    private async Task<(ReadPurchase? Read, NoOfferReason? WhyNot)> ReadAgainAsync(string paymentId, DecisionTime time)
    {
        if (await _purchases.FindAsync(paymentId, time.Token).ConfigureAwait(false) is not { } payment)
            return (null, NoOfferReason.PurchaseUnclear);
        return PurchaseCheck.Of(payment) is { } whyNot
            ? (null, whyNot)
            : await _purchases.ReadAsync(payment, isVerified: true, time.Token).ConfigureAwait(false);
    }

    private async Task<OfferDecision> DecideAsync(OfferOccasion occasion, CultureInfo culture, DecisionTime time)
    {
        var memories = await OfferMemories.ReadAsync(_engine, occasion.Subject, time.Token).ConfigureAwait(false);
        var (facts, whyNot) = await _facts.ReadAsync(occasion, memories, time.Token).ConfigureAwait(false);
        return whyNot is null
            ? await _maker.MakeAsync(occasion, facts, memories, culture, time).ConfigureAwait(false)
            : No(whyNot);
    }

    private DateTimeOffset Now => _engine.Clock.GetUtcNow();

    private Task<OfferSubject> SubjectAsync(SubjectIds ids, DecisionTime time) =>
        _engine.Store.FindSubjectAsync(_engine.Environment, ids, time.Token);

    private Task<OfferRecord?> FindBySlotAsync(string slot, DecisionTime time) =>
        _engine.Store.FindBySlotAsync(_engine.Environment, slot, time.Token);

    private static OfferDecision No(NoOfferReason? why) => new() { NoOffer = why };

    private static string CustomerOf(OfferSubject subject, SubjectIds ids) =>
        ids.CustomerId is { } given && subject.CustomerIds.Contains(given, StringComparer.Ordinal)
            ? given
            : subject.CustomerIds[0];

    // If no rule of the placement is in use, nothing has to be read.
    private static OfferDecision? Scheduled(OfferCatalogue catalogue, string placement, DateTimeOffset now)
    {
        var facts = new OfferFacts { Now = now, Placement = placement };
        var rules = catalogue
            .Rules.Select(rule => new OfferRuleReasons(rule.Id, OfferRuleEvaluator.Scheduled(rule, facts)))
            .ToList();
        return rules.Exists(rule => rule.Reasons.IsEmpty) ? null : new() { Rules = rules };
    }

    private static NoOfferReason? TooOld(Payment payment, OfferCatalogue catalogue, DateTimeOffset now)
    {
        var facts = new OfferFacts { Now = now, Placement = OfferPlacement.PostPurchase };
        var reaches = catalogue.Rules.Any(rule =>
            OfferRuleEvaluator.Scheduled(rule, facts).IsEmpty && payment.CreatedAt + rule.Expiry > now
        );
        return reaches ? null : NoOfferReason.PurchaseTooOld;
    }
}
