namespace DodoUpsell.Offers;

/// <summary>Validates offer options as a whole, before anything is offered.</summary>
internal sealed class OfferOptionsCheck
{
    private static readonly TimeSpan ShortestDeadline = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestRetention = TimeSpan.FromDays(30);

    private readonly OfferFailures _failures = new();
    private readonly OfferOptions _options;
    private readonly SettingPath _path;
    private readonly SettingPath _code;
    private readonly List<(OfferRule Rule, SettingPath Path)> _rules = [];
    private readonly List<(OfferFamily Family, SettingPath Path)> _families = [];

    private OfferOptionsCheck(OfferOptions options, SettingPath path, string code) =>
        (_options, _path, _code) = (options, path, new(code, InConfiguration: false));

    /// <summary>Returns what is wrong with the options. Empty if they are valid.</summary>
    /// <param name="options">The options.</param>
    /// <param name="path">The path of the options in messages.</param>
    /// <param name="code">The property of the options, for rules and families that were set in code.</param>
    public static IReadOnlyList<string> Failures(OfferOptions options, SettingPath path, string code)
    {
        var check = new OfferOptionsCheck(options, path, code);
        check.CheckSettings();
        check.CheckFamilies();
        check.CheckRules();
        check.CheckDownsells();
        check.CheckExperiments();
        return check._failures.Texts;
    }

    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public static void ThrowIfWrong(OfferOptions options)
    {
        var failures = Failures(options, new(nameof(OfferOptions), InConfiguration: false), nameof(OfferOptions));
        if (failures.Count > 0)
            throw new ArgumentException(string.Join(" ", failures), nameof(options));
    }

    private void CheckSettings()
    {
        if (_options.ChainLimit is < 1 or > 10)
            _failures.AddValue(_path["ChainLimit"], _options.ChainLimit, "it must be between 1 and 10");
        _failures.Time(
            _path["DecisionDeadline"],
            _options.DecisionDeadline,
            ShortestDeadline,
            LongestDeadline,
            "it must be between 50 milliseconds and 30 seconds"
        );
        _failures.Time(
            _path["Retention"],
            _options.Retention,
            ShortestRetention,
            TimeSpan.MaxValue,
            "it must be at least 30 days"
        );
        if (_options.TermsUrl is { } url && !IsWebPage(url))
            _failures.Add(
                _path["TermsUrl"],
                "is not an absolute http or https URL: set it to the page with your terms"
            );
        OfferCultureCheck.Check(_failures, _path, _options);
    }

    private void CheckFamilies()
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _options.Families.Count; i++)
        {
            var family = _options.Families[i];
            var path = _options.OriginOf(family) ?? _code["Families"][i];
            if (family?.ProductIds is not { Count: > 0 } products)
            {
                _failures.Add(path, "has no products: set ProductIds, or remove the family");
                continue;
            }

            if (string.IsNullOrWhiteSpace(family.Name))
                _failures.Add(path["Name"], "is blank: set a name");
            else if (_families.Exists(other => string.Equals(other.Family.Name, family.Name, StringComparison.Ordinal)))
                _failures.AddValue(path["Name"], $"'{family.Name}'", "another family has this name; use another one");
            _failures.Names(path["ProductIds"], products, "the id of a subscription product (pdt_…)");
            foreach (var product in products.Where(product => !string.IsNullOrWhiteSpace(product)))
            {
                if (
                    !owners.TryAdd(product, path.Text)
                    && !string.Equals(owners[product], path.Text, StringComparison.Ordinal)
                )
                {
                    _failures.Add(
                        path["ProductIds"],
                        $"contains '{product}', which is in {owners[product]}, too: a product is in one family at most"
                    );
                }
            }

            _families.Add((family, path));
        }
    }

    private void CheckRules()
    {
        var check = new OfferRuleCheck(_failures, _options, [.. _families.Select(pair => pair.Family)]);
        check.CheckBreaker(_path["Breaker"], _options.Breaker);
        for (var i = 0; i < _options.Rules.Count; i++)
        {
            var path = _code["Rules"][i];
            if (_options.Rules[i] is not { } rule)
            {
                _failures.Add(path, "is missing: set a rule, or remove it");
                continue;
            }

            path = _options.OriginOf(rule) ?? path;
            check.Check(path, rule);
            if (Find(rule.Id) is { } other)
                _failures.AddValue(path["Id"], $"'{rule.Id}'", $"{other.Path} has the same id; use another one");
            _rules.Add((rule, path));
        }
    }

    private void CheckDownsells()
    {
        foreach (var (rule, path) in _rules.Where(pair => pair.Rule.DownsellRuleId is not null))
        {
            if (Find(rule.DownsellRuleId) is null)
            {
                _failures.AddValue(
                    path["DownsellRuleId"],
                    $"'{rule.DownsellRuleId}'",
                    "there is no rule with this id; correct it, or add the rule"
                );
            }
            else if (LeadsBackTo(rule))
            {
                _failures.AddValue(
                    path["DownsellRuleId"],
                    $"'{rule.DownsellRuleId}'",
                    "its downsells lead back to this rule; end the chain with a rule that has no downsell"
                );
            }
        }
    }

    private bool LeadsBackTo(OfferRule rule)
    {
        var next = Find(rule.DownsellRuleId)?.Rule;
        for (var i = 0; next is not null && i < _rules.Count; i++)
        {
            if (ReferenceEquals(next, rule))
                return true;
            next = Find(next.DownsellRuleId)?.Rule;
        }

        return false;
    }

    // Assignments are stored by the key, so rules with the same key share them.
    private void CheckExperiments()
    {
        var known = new Dictionary<string, (OfferExperiment Experiment, SettingPath Path)>(StringComparer.Ordinal);
        foreach (var (rule, path) in _rules)
        {
            if (rule.Experiment is not { Key: { } key, Variants: not null } experiment)
                continue;
            if (
                !known.TryAdd(key, (experiment, path["Experiment"]))
                && !HaveSameVariants(known[key].Experiment, experiment)
            )
            {
                _failures.Add(
                    path["Experiment"],
                    $"has other variants than {known[key].Path}, which has the same key: use another key, or the same "
                        + $"variants and weights"
                );
            }
        }
    }

    private static bool HaveSameVariants(OfferExperiment one, OfferExperiment other) =>
        string.Equals(one.BucketSeed, other.BucketSeed, StringComparison.Ordinal)
        && one.Variants.SequenceEqual(other.Variants);

    private (OfferRule Rule, SettingPath Path)? Find(string? id)
    {
        foreach (var pair in _rules)
        {
            if (id is not null && string.Equals(pair.Rule.Id, id, StringComparison.Ordinal))
                return pair;
        }

        return null;
    }

    private static bool IsWebPage(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var page)
        && (page.Scheme == Uri.UriSchemeHttps || page.Scheme == Uri.UriSchemeHttp);
}
