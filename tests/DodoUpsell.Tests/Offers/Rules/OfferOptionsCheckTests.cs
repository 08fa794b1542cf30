using DodoUpsell.Offers;
using static DodoUpsell.Tests.Offers.Rules.Catalogues;

namespace DodoUpsell.Tests.Offers.Rules;

/// <summary>Each error names the setting, what is wrong and the fix.</summary>
public sealed class OfferOptionsCheckTests
{
    private static readonly OfferFamily Plans = new("plans", ["pdt_basic", "pdt_pro"]);

    public static TheoryData<string, Action<OfferOptions>> Wrong =>
        new()
        {
            { "OfferOptions.ChainLimit is 11: it must be between 1 and 10.", o => o.ChainLimit = 11 },
            {
                "OfferOptions.DecisionDeadline is 00:00:00.0100000: it must be between 50 milliseconds and 30 seconds.",
                o => o.DecisionDeadline = TimeSpan.FromMilliseconds(10)
            },
            {
                "OfferOptions.Retention is 29.00:00:00: it must be at least 30 days.",
                o => o.Retention = TimeSpan.FromDays(29)
            },
            { "OfferOptions.TermsUrl is not an absolute http or https URL", o => o.TermsUrl = "terms.html" },
            { "OfferOptions.TermsUrl is not an absolute http or https URL", o => o.TermsUrl = "file:///terms" },
            { "OfferOptions.Cultures[0] is 'german!': use the name of a culture", o => o.Cultures.Add("german!") },
            { "OfferOptions.Cultures[0] is 'xq': use the name of a culture", o => o.Cultures.Add("xq") },
            {
                "OfferOptions.Cultures[1] is 'es-ES': the law of the European Union prescribes the words",
                o => Add(o.Cultures, "de-AT", "es-ES")
            },
            {
                "OfferOptions.AcceptTexts.es is blank: set the words on the button.",
                o => o.AcceptTexts["es"] = " "
            },
            { "OfferOptions.AcceptTexts.Spanish! is not named by a culture", o => o.AcceptTexts["Spanish!"] = "Pagar" },
            {
                "OfferOptions.AcceptTexts.es is longer than 100 characters",
                o => o.AcceptTexts["es"] = new string('a', 101)
            },
            { "OfferOptions.Breaker.MaxDisputed is 1.5: it must be between 0 and 1", o => o.Breaker = new() { MaxDisputed = 1.5 } },
            { "OfferOptions.Breaker.MaxErrors is NaN: it must be between 0 and 1", o => o.Breaker = new() { MaxErrors = double.NaN } },
            { "OfferOptions.Breaker.MinimumCount is 0: it must be at least 1", o => o.Breaker = new() { MinimumCount = 0 } },
            { "OfferOptions.Breaker.Window is 00:00:00: it must be greater than zero", o => o.Breaker = new() { Window = TimeSpan.Zero } },
            { "OfferOptions.Families[0] has no products", o => o.Families.Add(new("plans", [])) },
            { "OfferOptions.Families[0].Name is blank", o => o.Families.Add(new(" ", ["pdt_1"])) },
            {
                "OfferOptions.Families[1].Name is 'plans': another family has this name",
                o => Add(o.Families, Plans, new("plans", ["pdt_other"]))
            },
            {
                "OfferOptions.Families[1].ProductIds contains 'pdt_pro', which is in OfferOptions.Families[0], too",
                o => Add(o.Families, Plans, new("others", ["pdt_pro"]))
            },
            { "OfferOptions.Rules[0] is missing", o => o.Rules.Add(null!) },
            { "OfferOptions.Rules[0].Id is blank: set it to the id of the rule", o => o.Rules.Add(Rule(" ")) },
            { "OfferOptions.Rules[0].Id is 'a/b': use letters, digits", o => o.Rules.Add(Rule("a/b")) },
            { "OfferOptions.Rules[0].Id is 'aaaaaaaaaa", o => o.Rules.Add(Rule(new string('a', 65))) },
            {
                "OfferOptions.Rules[1].Id is 'pro': OfferOptions.Rules[0] has the same id; use another one.",
                o => Add(o.Rules, Rule("pro"), Rule("pro"))
            },
            { "OfferOptions.Rules[0].Placement is blank", With(rule => rule with { Placement = "" }) },
            { "OfferOptions.Rules[0].TextKey is blank", With(rule => rule with { TextKey = " " }) },
            { "OfferOptions.Rules[0].Currency is not set", With(rule => rule with { Currency = default(Currency) }) },
            {
                "OfferOptions.Rules[0].Expiry is 00:00:59: it must be between 1 minute and 30 days.",
                With(rule => rule with { Expiry = TimeSpan.FromSeconds(59) })
            },
            {
                "OfferOptions.Rules[0].CoolOff is 2000.00:00:00: it must not be negative, and not longer than Retention.",
                With(rule => rule with { CoolOff = TimeSpan.FromDays(2000) })
            },
            { "OfferOptions.Rules[0].Cap.Times is 0: it must be at least 1.", With(rule => rule with { Cap = new(0) }) },
            {
                "OfferOptions.Rules[0].Cap.Period is 00:00:00: it must be greater than zero.",
                With(rule => rule with { Cap = new(1, TimeSpan.Zero) })
            },
            {
                "OfferOptions.Rules[0].EndsAt is 2026-01-01 00:00:00Z: it must be later than StartsAt.",
                With(rule => rule with { StartsAt = Day(2), EndsAt = Day(1) })
            },
            { "OfferOptions.Rules[0].Sale is missing: set what the offer sells.", With(rule => rule with { Sale = null! }) },
            { "Sale.Items is a list of 0 products: set 1 to 20 products.", Sells(Selling()) },
            { "Sale.Items is a list of 21 products", Sells(Selling([.. Enumerable.Range(0, 21).Select(i => $"pdt_{i}")])) },
            { "Sale.Items[1].ProductId is blank: set it to the id of a product", Sells(Selling("pdt_1", "")) },
            { "Sale.Items[1].ProductId is 'pdt_1' a second time", Sells(Selling("pdt_1", "pdt_1")) },
            {
                "Sale.Items[0].Quantity is 0: it must be at least 1.",
                Sells(new OfferedSale.Products { Items = [new() { ProductId = "pdt_1", Quantity = 0 }] })
            },
            {
                "Sale.Items[0]: The product.Amount must be between 0 and 2147483647.",
                Sells(new OfferedSale.Products { Items = [new() { ProductId = "pdt_1", Quantity = 1, Amount = -1 }] })
            },
            { "Sale.Items sells more than one of the family 'plans'", Sells(Selling("pdt_basic", "pdt_pro")) },
            {
                "Sale.ReplaceMode is 'later': it must be one of prorated_immediately",
                Sells(Selling("pdt_1") with { ReplaceMode = new("later") })
            },
            {
                "Sale.SubscriptionData.OnDemand.MandateOnly is true, so that accepting the offer would charge nothing",
                Sells(Selling("pdt_1") with { SubscriptionData = new() { OnDemand = new() { MandateOnly = true } } })
            },
            {
                "Sale.From is empty, and 'pdt_solo' is in no family with another plan",
                Sells(new OfferedSale.PlanChange { ProductId = "pdt_solo" })
            },
            {
                "Sale.From contains 'pdt_pro', the new plan itself",
                Sells(new OfferedSale.PlanChange { ProductId = "pdt_pro", From = ["pdt_pro"] })
            },
            {
                "Sale.Mode is difference_immediately: a change at the next renewal has the mode full_immediately only",
                Sells(
                    new OfferedSale.PlanChange
                    {
                        ProductId = "pdt_pro",
                        Timing = PlanChangeTiming.NextBillingDate,
                        Mode = ProrationMode.DifferenceImmediately,
                    }
                )
            },
            { "Sale.Quantity is 0", Sells(new OfferedSale.PlanChange { ProductId = "pdt_pro", Quantity = 0 }) },
            { "Sale.For is empty: set it to the plans", Sells(new OfferedSale.Addon { AddonId = "adn_1", For = [] }) },
            { "Sale.AddonId is blank", Sells(new OfferedSale.Addon { AddonId = "", For = ["pdt_pro"] }) },
            {
                "Discounts[1].Code is the same code a second time",
                With(rule => rule with { Discounts = [new() { Code = "TEN" }, new() { Code = "ten" }] })
            },
            {
                "Discounts[0].UsesPerSubject is 0: it must be at least 1.",
                With(rule => rule with { Discounts = [new() { Code = "TEN", UsesPerSubject = 0 }] })
            },
            { "When.BoughtAnyOf[0] is blank", When(when => when with { BoughtAnyOf = [""] }) },
            { "When.NoneOf[1] is 'pdt_1' a second time", When(when => when with { NoneOf = ["pdt_1", "pdt_1"] }) },
            { "When.MinimumAmount has no currency", When(when => when with { MinimumAmount = new Money(1, default) }) },
            { "When.MinimumAmount is -0.01 USD", When(when => when with { MinimumAmount = Usd(-1) }) },
            {
                "When.MaximumAmount is 4.00 USD: it must not be below MinimumAmount, 5.00 USD.",
                When(when => when with { MinimumAmount = Usd(500), MaximumAmount = Usd(400) })
            },
            {
                "When.MaximumAmount is 9.00 EUR: use the currency of MinimumAmount, USD.",
                When(when => when with { MinimumAmount = Usd(500), MaximumAmount = new Money(900, new("EUR")) })
            },
            { "When.NoRefundFor is 00:00:00", When(when => when with { NoRefundFor = TimeSpan.Zero }) },
            { "When.Countries[0] is not set", When(when => when with { Countries = [default] }) },
            {
                "OfferOptions.Rules[0].DownsellRuleId is 'other': there is no rule with this id",
                With(rule => rule with { DownsellRuleId = "other" })
            },
            {
                "OfferOptions.Rules[1].DownsellRuleId is 'a': its downsells lead back to this rule",
                o => Add(o.Rules, Rule("a") with { DownsellRuleId = "b" }, Rule("b") with { DownsellRuleId = "a" })
            },
            {
                "OfferOptions.Rules[0].Experiment: Variants must have unique names.",
                With(rule => rule with { Experiment = Experiment("price", "one", "one") })
            },
            {
                "OfferOptions.Rules[0].VariantChanges.three is no variant of the experiment: use one of one, two.",
                With(rule => rule with
                {
                    Experiment = Experiment("price", "one", "two"),
                    VariantChanges = new Dictionary<string, OfferVariantChange> { ["three"] = new() },
                })
            },
            {
                "OfferOptions.Rules[0].VariantChanges.one has no effect, because the rule has no experiment",
                With(rule => rule with
                {
                    VariantChanges = new Dictionary<string, OfferVariantChange> { ["one"] = new() },
                })
            },
            {
                "OfferOptions.Rules[0].VariantChanges.one.Sale.Items is a list of 0 products",
                With(rule => rule with
                {
                    Experiment = Experiment("price", "one", "two"),
                    VariantChanges = new Dictionary<string, OfferVariantChange> { ["one"] = new() { Sale = Selling() } },
                })
            },
            {
                "OfferOptions.Rules[1].Experiment has other variants than OfferOptions.Rules[0].Experiment",
                o => Add(
                    o.Rules,
                    Rule("a") with { Experiment = Experiment("price", "one", "two") },
                    Rule("b") with { Experiment = Experiment("price", "one", "three") }
                )
            },
            { "OfferOptions.Rules[0].Breaker.PauseFor is 00:00:00", With(rule => rule with { Breaker = new() { PauseFor = TimeSpan.Zero } }) },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named(string message, Action<OfferOptions> change)
    {
        var options = new OfferOptions();
        change(options);

        var refused = Assert.Throws<ArgumentException>(() => OfferOptionsCheck.ThrowIfWrong(options));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var options = Of(Rule("a b"), Rule("c", product: ""));
        options.ChainLimit = 0;

        var failures = OfferOptionsCheck.Failures(
            options,
            new("DodoUpsell:Offers", InConfiguration: true),
            "DodoUpsellOptions.Offers"
        );

        Assert.Equal(3, failures.Count);
        Assert.StartsWith("DodoUpsell:Offers:ChainLimit is 0", failures[0], StringComparison.Ordinal);
        Assert.StartsWith("DodoUpsellOptions.Offers.Rules[0].Id is 'a b'", failures[1], StringComparison.Ordinal);
        Assert.StartsWith("DodoUpsellOptions.Offers.Rules[1].Sale.Items[0]", failures[2], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_right_is_not_refused()
    {
        var options = Of(
            Rule("plain"),
            Rule("full", "pdt_pro") with
            {
                When = new()
                {
                    BoughtAnyOf = ["pdt_course"],
                    MinimumAmount = Usd(500),
                    MaximumAmount = Usd(500),
                    Countries = [new("DE")],
                },
                Discounts = [new() { Code = "TEN", UsesPerSubject = null }],
                CoolOff = TimeSpan.Zero,
                DownsellRuleId = "next",
                Experiment = Experiment("price", "one", "two"),
                VariantChanges = new Dictionary<string, OfferVariantChange> { ["two"] = new() { TextKey = "other" } },
            },
            Rule("next") with
            {
                Sale = new OfferedSale.PlanChange { ProductId = "pdt_pro", Timing = PlanChangeTiming.NextBillingDate },
            },
            Rule("seats") with { Sale = new OfferedSale.PlanChange { ProductId = "pdt_pro", From = ["pdt_pro"], Quantity = 5 } }
        );
        options.Families.Add(Plans);
        Add(options.Cultures, "en", "de-AT", "es", "ja");
        options.AcceptTexts["es"] = "Pedido con obligación de pago";
        options.TermsUrl = "https://example.com/terms";

        OfferOptionsCheck.ThrowIfWrong(options);
    }

    private static Action<OfferOptions> With(Func<OfferRule, OfferRule> change) => options => options.Rules.Add(change(Rule("pro")));

    private static Action<OfferOptions> When(Func<OfferTrigger, OfferTrigger> change) =>
        With(rule => rule with { When = change(rule.When) });

    private static Action<OfferOptions> Sells(OfferedSale sale) =>
        options =>
        {
            options.Families.Add(Plans);
            options.Rules.Add(Rule("pro") with { Sale = sale });
        };

    private static OfferExperiment Experiment(string key, params string[] variants) =>
        new() { Key = key, Variants = [.. variants.Select(name => new OfferVariant { Name = name })] };

    private static Money Usd(long cents) => new(cents, new("USD"));

    private static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static void Add<T>(IList<T> list, params T[] items)
    {
        foreach (var item in items)
            list.Add(item);
    }
}
