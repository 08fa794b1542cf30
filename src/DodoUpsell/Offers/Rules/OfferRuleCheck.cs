using System.Buffers;

namespace DodoUpsell.Offers;

/// <summary>Validates one rule by itself.</summary>
internal sealed class OfferRuleCheck(OfferFailures failures, OfferOptions options, IReadOnlyList<OfferFamily> families)
{
    private const string NameRules = "letters, digits, '-', '_' and '.', at most 64 characters";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
    );

    private static readonly TimeSpan ShortestExpiry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestExpiry = TimeSpan.FromDays(30);

    private readonly OfferedSaleCheck _sales = new(failures, families);

    public void Check(SettingPath path, OfferRule rule)
    {
        Name(path["Id"], rule.Id, "the id of the rule");
        Name(path["Placement"], rule.Placement, $"a name such as {OfferPlacement.PostPurchase}");
        if (rule.TextKey is not null && string.IsNullOrWhiteSpace(rule.TextKey))
            failures.Add(path["TextKey"], "is blank: set a name, or remove it");
        if (rule.Currency is { Value.Length: 0 })
            failures.Add(path["Currency"], "is not set: set it to a code such as USD, or remove it");
        CheckTimes(path, rule);
        _sales.Check(path["Sale"], rule.Sale);
        _sales.CheckDiscounts(path["Discounts"], rule.Discounts);
        CheckTrigger(path["When"], rule.When);
        CheckExperiment(path, rule);
        if (rule.Breaker is { } breaker)
            CheckBreaker(path["Breaker"], breaker);
    }

    public void CheckBreaker(SettingPath path, OfferBreaker breaker)
    {
        failures.Longer(path["Window"], breaker.Window);
        if (breaker.Window > options.Retention)
            failures.AddValue(path["Window"], breaker.Window, "it must not be longer than Retention");
        failures.AtLeast(path["MinimumCount"], breaker.MinimumCount, 1);
        failures.Share(path["MaxDeclined"], breaker.MaxDeclined);
        failures.Share(path["MaxDisputed"], breaker.MaxDisputed);
        failures.Share(path["MaxErrors"], breaker.MaxErrors);
        failures.Longer(path["PauseFor"], breaker.PauseFor);
    }

    private void Name(SettingPath path, string? value, string what)
    {
        if (string.IsNullOrWhiteSpace(value))
            failures.Add(path, $"is blank: set it to {what} ({NameRules})");
        else if (value.Length > OfferRule.MaxIdLength || value.AsSpan().ContainsAnyExcept(NameCharacters))
            failures.AddValue(path, $"'{(value.Length <= 80 ? value : value[..80] + "…")}'", $"use {NameRules}");
    }

    // What is pruned is forgotten, so no limit may look further back than offers are kept.
    private void CheckTimes(SettingPath path, OfferRule rule)
    {
        failures.Time(
            path["Expiry"],
            rule.Expiry,
            ShortestExpiry,
            LongestExpiry,
            "it must be between 1 minute and 30 days"
        );
        failures.Time(
            path["CoolOff"],
            rule.CoolOff,
            TimeSpan.Zero,
            options.Retention,
            "it must not be negative, and not longer than Retention"
        );
        if (rule.Cap is { } cap)
        {
            failures.AtLeast(path["Cap"]["Times"], cap.Times, 1);
            failures.Longer(path["Cap"]["Period"], cap.Period);
            if (cap.Period > options.Retention)
                failures.AddValue(path["Cap"]["Period"], cap.Period, "it must not be longer than Retention");
        }

        if (rule.EndsAt <= rule.StartsAt)
            failures.AddValue(path["EndsAt"], $"{rule.EndsAt:u}", "it must be later than StartsAt");
    }

    private void CheckTrigger(SettingPath path, OfferTrigger when)
    {
        const string Product = "the id of a product (pdt_…)";
        failures.Names(path["BoughtAnyOf"], when.BoughtAnyOf, Product);
        failures.Names(path["BoughtAllOf"], when.BoughtAllOf, Product);
        failures.Names(path["NoneOf"], when.NoneOf, Product);
        failures.Names(path["Audiences"], when.Audiences, "the name of an audience");
        failures.Values(path["Countries"], when.Countries, "DE");
        failures.Values(path["Currencies"], when.Currencies, "EUR");
        failures.Longer(path["NoRefundFor"], when.NoRefundFor);
        failures.Longer(path["NoDisputeFor"], when.NoDisputeFor);
        Amount(path["MinimumAmount"], when.MinimumAmount);
        Amount(path["MaximumAmount"], when.MaximumAmount);
        if (when is not { MinimumAmount: { } least, MaximumAmount: { } most })
            return;
        if (least.Currency != most.Currency)
            failures.AddValue(path["MaximumAmount"], most, $"use the currency of MinimumAmount, {least.Currency}");
        else if (least > most)
            failures.AddValue(path["MaximumAmount"], most, $"it must not be below MinimumAmount, {least.ToString()}");
    }

    private void Amount(SettingPath path, Money? amount)
    {
        if (amount is { Currency.Value.Length: 0 })
            failures.Add(path, "has no currency: set one, such as USD");
        else if (amount is { MinorUnits: < 0 })
            failures.AddValue(path, amount, "it must not be negative");
    }

    private void CheckExperiment(SettingPath path, OfferRule rule)
    {
        if (rule.Experiment is { } experiment)
            failures.Try(path["Experiment"], experiment.Validate);
        foreach (var (variant, change) in rule.VariantChanges)
        {
            var changePath = path["VariantChanges"][variant];
            if (rule.Experiment is null)
                failures.Add(changePath, "has no effect, because the rule has no experiment: set Experiment, or remove it");
            else if (!Names(rule.Experiment).Contains(variant, StringComparer.Ordinal))
            {
                failures.Add(
                    changePath,
                    $"is no variant of the experiment: use one of {string.Join(", ", Names(rule.Experiment))}"
                );
            }

            if (change is null)
                failures.Add(changePath, "is missing: set what the variant changes, or remove it");
            if (change?.Sale is { } sale)
                _sales.Check(changePath["Sale"], sale);
            if (change?.Discounts is { } discounts)
                _sales.CheckDiscounts(changePath["Discounts"], discounts);
            if (change?.TextKey is not null && string.IsNullOrWhiteSpace(change.TextKey))
                failures.Add(changePath["TextKey"], "is blank: set a name, or remove it");
        }
    }

    public static IEnumerable<string> Names(OfferExperiment experiment) =>
        (experiment.Variants ?? []).Select(variant => variant?.Name ?? "");
}
