namespace DodoUpsell.Offers;

/// <summary>What is remembered of the offers that were made to a subject.</summary>
internal sealed class OfferMemory
{
    private readonly Dictionary<string, RuleMemory> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _purchases = new(StringComparer.Ordinal);
    private readonly List<AcceptedOffer> _accepted = [];

    public static OfferMemory Empty { get; } = new();

    /// <summary>Gets whether an accepted offer's charge is under way.</summary>
    public bool IsAccepting { get; private set; }

    /// <summary>Gets the offers that were paid or are being paid.</summary>
    public IReadOnlyList<AcceptedOffer> Accepted => _accepted;

    /// <summary>Gets the ids of the payments after which offers were made.</summary>
    public IReadOnlyCollection<string> Purchases => _purchases;

    /// <summary>Remembers the offers of a subject.</summary>
    /// <param name="offers">The offers.</param>
    /// <param name="termsOf">Reads what an offer sold.</param>
    public static OfferMemory Of(IReadOnlyList<OfferRecord> offers, Func<OfferRecord, OfferTerms> termsOf)
    {
        if (offers.Count == 0)
            return Empty;
        var memory = new OfferMemory();
        foreach (var offer in offers)
            memory.Add(offer, termsOf);
        return memory;
    }

    /// <summary>Returns what is remembered of a rule, or null if it was never offered.</summary>
    public RuleMemory? OfRule(string ruleId) => _rules.GetValueOrDefault(ruleId);

    /// <summary>Returns how often the subject has used a discount code with offers.</summary>
    public int UsesOf(string code) => _codes.Count == 0 ? 0 : _codes.GetValueOrDefault(code.Trim());

    private void Add(OfferRecord offer, Func<OfferRecord, OfferTerms> termsOf)
    {
        if (!_rules.TryGetValue(offer.RuleId, out var rule))
            _rules.Add(offer.RuleId, rule = new());
        rule.Made.Add(offer.MadeAt);
        if (offer.State == OfferState.Declined && offer.EndedAt is var saidNo && !(saidNo <= rule.LastNo))
            rule.LastNo = saidNo ?? offer.MadeAt;
        if (offer.PurchaseId is { } purchase)
            _purchases.Add(purchase);
        IsAccepting |= offer.State == OfferState.Accepting;

        // What was paid and refunded at once has used its codes, too.
        if (offer.State is not (OfferState.Accepting or OfferState.Accepted) && offer.Failure != OfferFailure.Refunded)
            return;
        var terms = termsOf(offer);
        foreach (var code in terms.DiscountCodes)
            _codes[code.Trim()] = _codes.GetValueOrDefault(code.Trim()) + 1;
        if (offer.State != OfferState.Failed)
            _accepted.Add(new(offer, terms));
    }
}

/// <summary>What is remembered of the offers of one rule.</summary>
internal sealed class RuleMemory
{
    /// <summary>Gets the times at which the rule was offered, or withheld in an experiment.</summary>
    public List<DateTimeOffset> Made { get; } = [];

    /// <summary>Gets or sets the time of the last no, or null if there was none.</summary>
    public DateTimeOffset? LastNo { get; set; }

    /// <summary>Returns whether the rule was offered as often as a cap allows.</summary>
    public bool IsAt(OfferCap cap, DateTimeOffset now)
    {
        if (cap.Period is not { } period)
            return Made.Count >= cap.Times;
        var count = 0;
        for (var i = 0; i < Made.Count; i++)
        {
            if (now - Made[i] < period)
                count++;
        }

        return count >= cap.Times;
    }
}

/// <summary>An offer that was paid or is being paid, with what it sold.</summary>
internal sealed record AcceptedOffer(OfferRecord Record, OfferTerms Terms)
{
    /// <summary>Returns the name of the type only, because terms contain personal data.</summary>
    public override string ToString() => nameof(AcceptedOffer);
}
