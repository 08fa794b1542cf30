using DodoUpsell.Offers;

namespace DodoUpsell;

/// <summary>Provides the settings of offers: the catalogue of rules, limits, cultures and texts.</summary>
public sealed class OfferOptions
{
    // The settings that rules and families were read from. By reference, because a record equals its copies.
    private Dictionary<object, SettingPath>? _origins;

    /// <summary>Gets the rules. With equal priorities, the first one is offered.</summary>
    public IList<OfferRule> Rules { get; } = [];

    /// <summary>Gets the product families, of each of which a subject has at most one subscription.</summary>
    public IList<OfferFamily> Families { get; } = [];

    /// <summary>Gets or sets the maximum number of offers in a row: the first one and the downsells after a no.</summary>
    /// <value>The default is 3. Must be between 1 and 10.</value>
    public int ChainLimit { get; set; } = 3;

    /// <summary>
    /// Gets or sets the time within which an offer is found. A slower decision is no offer.
    /// </summary>
    /// <value>The default is 1.5 seconds. Must be between 50 milliseconds and 30 seconds.</value>
    public TimeSpan DecisionDeadline { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Gets or sets whether offers are made when the webhook of a purchase arrives.</summary>
    /// <remarks>If it is false, an offer is made when <c>FindOfferAsync</c> is called.</remarks>
    /// <value>The default is true.</value>
    public bool OpenOnPurchase { get; set; } = true;

    /// <summary>
    /// Gets the names of the cultures in which offers are disclosed, such as <c>en</c> or <c>de-AT</c>. Another culture
    /// gets the first one. Empty for English only.
    /// </summary>
    public IList<string> Cultures { get; } = [];

    /// <summary>
    /// Gets the words on the button that accepts, by language, such as <c>es</c>. They are required for a language of
    /// the European Union whose statutory words the SDK does not know, and replace those that it knows.
    /// </summary>
    public IDictionary<string, string> AcceptTexts { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the URL of the seller's terms, which disclosures and receipts contain.</summary>
    public string? TermsUrl { get; set; }

    /// <summary>Gets or sets the limits above which a rule pauses itself, unless it has its own.</summary>
    public OfferBreaker Breaker { get; set; } = new();

    /// <summary>Gets or sets the time for which ended offers are kept. Consent receipts are kept for ever.</summary>
    /// <value>The default is 1,095 days. Must be at least 30 days.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(1095);

    /// <summary>
    /// Returns the rules that are never offered, or only while another one is not, with the reason. The same is logged
    /// as a warning when the app starts.
    /// </summary>
    /// <param name="now">The current time.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public IReadOnlyList<OfferRuleWarning> FindUnreachable(DateTimeOffset now)
    {
        OfferOptionsCheck.ThrowIfWrong(this);
        return UnreachableRules.Find(this, now);
    }

    /// <summary>Returns the configuration section of a rule or a family, or null if it was set in code.</summary>
    internal SettingPath? OriginOf(object? part) =>
        part is not null && _origins is not null && _origins.TryGetValue(part, out var path) ? path : null;

    /// <summary>Adds a rule that was read from the configuration. If its section is read again, it replaces the rule.</summary>
    internal void AddFrom(string section, OfferRule rule) => AddFrom(Rules, section, rule);

    /// <summary>Adds a family that was read from the configuration, as for rules.</summary>
    internal void AddFrom(string section, OfferFamily family) => AddFrom(Families, section, family);

    private void AddFrom<T>(IList<T> list, string section, T part)
        where T : class
    {
        _origins ??= new(ReferenceEqualityComparer.Instance);
        if (list.FirstOrDefault(other => OriginOf(other)?.Text == section) is { } before)
            list.Remove(before);
        list.Add(part);
        _origins[part] = new(section, InConfiguration: true);
    }

    internal OfferOptions Copy()
    {
        var copy = new OfferOptions
        {
            _origins = _origins is null ? null : new(_origins, ReferenceEqualityComparer.Instance),
            ChainLimit = ChainLimit,
            DecisionDeadline = DecisionDeadline,
            OpenOnPurchase = OpenOnPurchase,
            TermsUrl = TermsUrl,
            Breaker = Breaker,
            Retention = Retention,
        };
        foreach (var rule in Rules)
            copy.Rules.Add(rule);
        foreach (var family in Families)
            copy.Families.Add(family);
        foreach (var culture in Cultures)
            copy.Cultures.Add(culture);
        foreach (var (language, text) in AcceptTexts)
            copy.AcceptTexts[language] = text;
        return copy;
    }
}
