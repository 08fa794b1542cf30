using Microsoft.Extensions.Configuration;

namespace DodoUpsell.DependencyInjection;

/// <summary>Reads one rule of the configuration section <c>Offers</c>. The keys are the names of the properties.</summary>
internal static class OfferRuleConfiguration
{
    private static readonly string[] Keys =
    [
        nameof(OfferRule.Id),
        nameof(OfferRule.Sale),
        nameof(OfferRule.When),
        nameof(OfferRule.Enabled),
        nameof(OfferRule.Placement),
        nameof(OfferRule.OnlyAsDownsell),
        nameof(OfferRule.Priority),
        nameof(OfferRule.Discounts),
        nameof(OfferRule.Currency),
        nameof(OfferRule.TextKey),
        nameof(OfferRule.Expiry),
        nameof(OfferRule.CoolOff),
        nameof(OfferRule.Cap),
        nameof(OfferRule.StartsAt),
        nameof(OfferRule.EndsAt),
        nameof(OfferRule.DownsellRuleId),
        nameof(OfferRule.OfferAgain),
        nameof(OfferRule.Experiment),
        nameof(OfferRule.VariantChanges),
        nameof(OfferRule.Breaker),
    ];

    private static readonly string[] TriggerKeys =
    [
        nameof(OfferTrigger.BoughtAnyOf),
        nameof(OfferTrigger.BoughtAllOf),
        nameof(OfferTrigger.NoneOf),
        nameof(OfferTrigger.MinimumAmount),
        nameof(OfferTrigger.MaximumAmount),
        nameof(OfferTrigger.FirstPurchase),
        nameof(OfferTrigger.NoRefundFor),
        nameof(OfferTrigger.NoDisputeFor),
        nameof(OfferTrigger.Countries),
        nameof(OfferTrigger.Currencies),
        nameof(OfferTrigger.Audiences),
    ];

    private static readonly string[] CapKeys = [nameof(OfferCap.Times), nameof(OfferCap.Period)];

    private static readonly string[] BreakerKeys =
    [
        nameof(OfferBreaker.Window),
        nameof(OfferBreaker.MinimumCount),
        nameof(OfferBreaker.MaxDeclined),
        nameof(OfferBreaker.MaxDisputed),
        nameof(OfferBreaker.MaxErrors),
        nameof(OfferBreaker.PauseFor),
    ];

    public static OfferRule Read(IConfigurationSection section)
    {
        var read = new SettingsReader(section, Keys);

        // What is missing here is reported by the validation, with everything else that is wrong.
        var rule = new OfferRule
        {
            Id = read.Text(nameof(OfferRule.Id))!,
            Sale = read.Object(nameof(OfferRule.Sale)) is { } sale ? OfferedSaleConfiguration.Read(sale) : null!,
        };
        return rule with
        {
            When = read.Object(nameof(rule.When)) is { } when ? ReadTrigger(when) : rule.When,
            Enabled = read.Flag(nameof(rule.Enabled)) ?? rule.Enabled,
            Placement = read.Text(nameof(rule.Placement)) ?? rule.Placement,
            OnlyAsDownsell = read.Flag(nameof(rule.OnlyAsDownsell)) ?? rule.OnlyAsDownsell,
            Priority = read.Number(nameof(rule.Priority)) ?? rule.Priority,
            Discounts = OfferedSaleConfiguration.ReadDiscounts(read.Items(nameof(rule.Discounts))),
            Currency = read.Currency(nameof(rule.Currency)),
            TextKey = read.Text(nameof(rule.TextKey)),
            Expiry = read.Time(nameof(rule.Expiry)) ?? rule.Expiry,
            CoolOff = read.Time(nameof(rule.CoolOff)) ?? rule.CoolOff,
            Cap = read.Object(nameof(rule.Cap)) is { } cap ? ReadCap(cap) : null,
            StartsAt = read.Date(nameof(rule.StartsAt)),
            EndsAt = read.Date(nameof(rule.EndsAt)),
            DownsellRuleId = read.Text(nameof(rule.DownsellRuleId)),
            OfferAgain = read.Flag(nameof(rule.OfferAgain)) ?? rule.OfferAgain,
            Experiment = read.Object(nameof(rule.Experiment)) is { } experiment
                ? OfferExperimentConfiguration.Read(experiment)
                : null,
            VariantChanges = OfferExperimentConfiguration.ReadChanges(read.Named(nameof(rule.VariantChanges))),
            Breaker = read.Object(nameof(rule.Breaker)) is { } breaker ? ReadBreaker(breaker) : null,
        };
    }

    public static OfferBreaker ReadBreaker(IConfigurationSection section)
    {
        var read = new SettingsReader(section, BreakerKeys);
        var breaker = new OfferBreaker();
        return breaker with
        {
            Window = read.Time(nameof(breaker.Window)) ?? breaker.Window,
            MinimumCount = read.Number(nameof(breaker.MinimumCount)) ?? breaker.MinimumCount,
            MaxDeclined = read.Share(nameof(breaker.MaxDeclined)) ?? breaker.MaxDeclined,
            MaxDisputed = read.Share(nameof(breaker.MaxDisputed)) ?? breaker.MaxDisputed,
            MaxErrors = read.Share(nameof(breaker.MaxErrors)) ?? breaker.MaxErrors,
            PauseFor = read.Time(nameof(breaker.PauseFor)),
        };
    }

    private static OfferTrigger ReadTrigger(IConfigurationSection section)
    {
        var read = new SettingsReader(section, TriggerKeys);
        var when = new OfferTrigger();
        return when with
        {
            BoughtAnyOf = read.Texts(nameof(when.BoughtAnyOf)),
            BoughtAllOf = read.Texts(nameof(when.BoughtAllOf)),
            NoneOf = read.Texts(nameof(when.NoneOf)),
            MinimumAmount = read.Money(nameof(when.MinimumAmount)),
            MaximumAmount = read.Money(nameof(when.MaximumAmount)),
            FirstPurchase = read.Flag(nameof(when.FirstPurchase)),
            NoRefundFor = read.Time(nameof(when.NoRefundFor)),
            NoDisputeFor = read.Time(nameof(when.NoDisputeFor)) ?? when.NoDisputeFor,
            Countries = read.Countries(nameof(when.Countries)),
            Currencies = read.Currencies(nameof(when.Currencies)),
            Audiences = read.Texts(nameof(when.Audiences)),
        };
    }

    private static OfferCap ReadCap(IConfigurationSection section)
    {
        var read = new SettingsReader(section, CapKeys);
        return new(read.Number(nameof(OfferCap.Times)) ?? 1, read.Time(nameof(OfferCap.Period)));
    }
}
