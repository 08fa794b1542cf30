namespace DodoUpsell.Offers;

/// <summary>Checks that every audience that a rule names is registered.</summary>
internal static class AudienceCheck
{
    /// <summary>Returns what is wrong. Audiences are only resolved if a rule names one.</summary>
    public static IReadOnlyList<string> Failures(
        OfferOptions options,
        string code,
        Func<IReadOnlyList<IOfferAudience>> audiences
    )
    {
        if (options.Rules.All(rule => rule.When.Audiences.Count == 0))
            return [];
        var names = audiences().Select(audience => audience.Name).ToList();
        List<string> failures =
        [
            .. names
                .GroupBy(name => name, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group =>
                    $"The audience '{group.Key}' is registered {group.Count()} times: rename or remove one."
                ),
        ];
        for (var i = 0; i < options.Rules.Count; i++)
        {
            var rule = options.Rules[i];
            var path = options.OriginOf(rule) ?? new SettingPath(code, InConfiguration: false)["Rules"][i];
            for (var j = 0; j < rule.When.Audiences.Count; j++)
            {
                if (!names.Contains(rule.When.Audiences[j], StringComparer.Ordinal))
                {
                    failures.Add(
                        $"{path["When"]["Audiences"][j]} is '{rule.When.Audiences[j]}', which is not registered: "
                            + $"{Fix(names)}."
                    );
                }
            }
        }

        return failures;
    }

    private static string Fix(List<string> names) =>
        names.Count == 0
            ? "register it with AddOfferAudience"
            : $"register it with AddOfferAudience, or use one of {string.Join(", ", names)}";
}
