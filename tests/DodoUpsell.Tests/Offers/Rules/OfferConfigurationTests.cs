using DodoUpsell.Offers;
using DodoUpsell.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using static DodoUpsell.Tests.Offers.Rules.Catalogues;

namespace DodoUpsell.Tests.Offers.Rules;

/// <summary>Offers in <c>appsettings.json</c>.</summary>
public sealed class OfferConfigurationTests
{
    private const string Everything = """
        {
          "ChainLimit": 2,
          "DecisionDeadline": "00:00:01",
          "OpenOnPurchase": false,
          "Cultures": ["en", "de", "es"],
          "AcceptTexts": { "es": "Pedido con obligación de pago" },
          "TermsUrl": "https://example.com/terms",
          "Retention": "730.00:00:00",
          "Breaker": { "Window": "12:00:00", "MinimumCount": 5, "MaxDeclined": 0.4, "MaxDisputed": 0.02, "MaxErrors": 1, "PauseFor": "01:00:00" },
          "Families": [ { "Name": "plans", "ProductIds": ["pdt_basic", "pdt_pro"] } ],
          "Rules": [
            {
              "id": "bundle",
              "Sale": {
                "Items": [
                  "pdt_ebook",
                  { "ProductId": "pdt_video", "Quantity": 2, "Amount": 500, "Addons": ["adn_1", { "AddonId": "adn_2", "Quantity": 3 }] }
                ],
                "SubscriptionData": { "TrialPeriodDays": 7 },
                "ReplaceMode": "prorated_immediately"
              },
              "When": {
                "BoughtAnyOf": ["pdt_course"],
                "BoughtAllOf": ["pdt_a", "pdt_b"],
                "NoneOf": ["pdt_c"],
                "MinimumAmount": "5.50 usd",
                "MaximumAmount": "100 USD",
                "FirstPurchase": true,
                "NoRefundFor": "90.00:00:00",
                "NoDisputeFor": "30.00:00:00",
                "Countries": ["de", "AT"],
                "Currencies": ["usd"],
                "Audiences": ["vip"]
              },
              "Enabled": false,
              "Placement": "account",
              "Priority": 7,
              "Discounts": ["TEN", { "Code": "FIVE", "UsesPerSubject": 2, "FirstTimeBuyersOnly": true, "EndsAt": "2027-01-31T18:00:00+01:00" }],
              "Currency": "EUR",
              "TextKey": "bundle-text",
              "Expiry": "01:00:00",
              "CoolOff": "7.00:00:00",
              "Cap": { "Times": 3, "Period": "30.00:00:00" },
              "StartsAt": "2026-01-01",
              "EndsAt": "2027-01-01T12:30:00Z",
              "DownsellRuleId": "seats",
              "OfferAgain": true,
              "Experiment": {
                "Key": "bundle-price",
                "Salt": "salt",
                "Variants": [ { "Name": "full" }, { "Name": "off", "Weight": 3 }, { "Name": "none", "IsHoldout": true } ],
                "PlannedSampleSize": 1000,
                "AttributionWindow": "3.00:00:00"
              },
              "VariantChanges": { "off": { "Discounts": ["HALF"], "TextKey": "half", "Sale": { "Items": ["pdt_ebook"] } } },
              "Breaker": { "MaxErrors": 0.5 }
            },
            {
              "Id": "seats",
              "OnlyAsDownsell": true,
              "Sale": { "Type": "planchange", "ProductId": "pdt_pro", "From": ["pdt_pro"], "Quantity": 5, "Mode": "full_immediately",
                        "Timing": "next_billing_date" }
            },
            { "Id": "backup", "Sale": { "Type": "Addon", "AddonId": "adn_1", "Quantity": 2, "For": ["pdt_pro"], "Mode": "difference_immediately" } }
          ]
        }
        """;

    private static OfferOptions EverythingInCode
    {
        get
        {
            var options = Of(
                new OfferRule
                {
                    Id = "bundle",
                    Sale = new OfferedSale.Products
                    {
                        Items =
                        [
                            new() { ProductId = "pdt_ebook", Quantity = 1 },
                            new()
                            {
                                ProductId = "pdt_video",
                                Quantity = 2,
                                Amount = 500,
                                Addons =
                                [
                                    new() { AddonId = "adn_1", Quantity = 1 },
                                    new() { AddonId = "adn_2", Quantity = 3 },
                                ],
                            },
                        ],
                        SubscriptionData = new() { TrialPeriodDays = 7 },
                        ReplaceMode = ProrationMode.ProratedImmediately,
                    },
                    When = new()
                    {
                        BoughtAnyOf = ["pdt_course"],
                        BoughtAllOf = ["pdt_a", "pdt_b"],
                        NoneOf = ["pdt_c"],
                        MinimumAmount = new Money(550, new("USD")),
                        MaximumAmount = new Money(10_000, new("USD")),
                        FirstPurchase = true,
                        NoRefundFor = TimeSpan.FromDays(90),
                        NoDisputeFor = TimeSpan.FromDays(30),
                        Countries = [new("DE"), new("AT")],
                        Currencies = [new("USD")],
                        Audiences = ["vip"],
                    },
                    Enabled = false,
                    Placement = "account",
                    Priority = 7,
                    Discounts =
                    [
                        new() { Code = "TEN" },
                        new()
                        {
                            Code = "FIVE",
                            UsesPerSubject = 2,
                            FirstTimeBuyersOnly = true,
                            EndsAt = Utc(2027, 1, 31, 17),
                        },
                    ],
                    Currency = new("EUR"),
                    TextKey = "bundle-text",
                    Expiry = TimeSpan.FromHours(1),
                    CoolOff = TimeSpan.FromDays(7),
                    Cap = new(3, TimeSpan.FromDays(30)),
                    StartsAt = Utc(2026, 1, 1, 0),
                    EndsAt = Utc(2027, 1, 1, 12).AddMinutes(30),
                    DownsellRuleId = "seats",
                    OfferAgain = true,
                    Experiment = new()
                    {
                        Key = "bundle-price",
                        Salt = "salt",
                        Variants =
                        [
                            new() { Name = "full" },
                            new() { Name = "off", Weight = 3 },
                            new() { Name = "none", IsHoldout = true },
                        ],
                        PlannedSampleSize = 1000,
                        AttributionWindow = TimeSpan.FromDays(3),
                    },
                    VariantChanges = new Dictionary<string, OfferVariantChange>
                    {
                        ["off"] = new()
                        {
                            Discounts = [new() { Code = "HALF" }],
                            TextKey = "half",
                            Sale = Selling("pdt_ebook"),
                        },
                    },
                    Breaker = new() { MaxErrors = 0.5 },
                },
                new OfferRule
                {
                    Id = "seats",
                    OnlyAsDownsell = true,
                    Sale = new OfferedSale.PlanChange
                    {
                        ProductId = "pdt_pro",
                        From = ["pdt_pro"],
                        Quantity = 5,
                        Mode = ProrationMode.FullImmediately,
                        Timing = PlanChangeTiming.NextBillingDate,
                    },
                },
                new OfferRule
                {
                    Id = "backup",
                    Sale = new OfferedSale.Addon
                    {
                        AddonId = "adn_1",
                        Quantity = 2,
                        For = ["pdt_pro"],
                        Mode = ProrationMode.DifferenceImmediately,
                    },
                }
            );
            options.Families.Add(new("plans", ["pdt_basic", "pdt_pro"]));
            options.ChainLimit = 2;
            options.DecisionDeadline = TimeSpan.FromSeconds(1);
            options.OpenOnPurchase = false;
            foreach (var culture in new[] { "en", "de", "es" })
                options.Cultures.Add(culture);
            options.AcceptTexts["es"] = "Pedido con obligación de pago";
            options.TermsUrl = "https://example.com/terms";
            options.Retention = TimeSpan.FromDays(730);
            options.Breaker = new()
            {
                Window = TimeSpan.FromHours(12),
                MinimumCount = 5,
                MaxDeclined = 0.4,
                MaxDisputed = 0.02,
                MaxErrors = 1,
                PauseFor = TimeSpan.FromHours(1),
            };
            return options;
        }
    }

    [Fact]
    public void Every_setting_is_read() => Assert.Equivalent(EverythingInCode, FromJson(Everything), strict: true);

    [Fact]
    public void A_copy_has_every_setting() =>
        Assert.Equivalent(EverythingInCode, EverythingInCode.Copy(), strict: true);

    [Fact]
    public void Without_a_section_there_are_no_offers_and_the_defaults() =>
        Assert.Equivalent(new OfferOptions(), FromJson("{}"), strict: true);

    [Theory]
    [InlineData("""{ "Rule": [] }""", "DodoUpsell:Offers:Rule is not a setting")]
    [InlineData("""[ "pro" ]""", "DodoUpsell:Offers: is not a setting")]
    [InlineData("\"pro\"", "DodoUpsell:Offers has an invalid value: set it to an object")]
    [InlineData("""{ "Rules": { "pro": {} } }""", "DodoUpsell:Offers:Rules has an invalid value: set it to a list")]
    [InlineData("""{ "Rules": [ "pro" ] }""", "DodoUpsell:Offers:Rules:0 has an invalid value: set it to an object")]
    [InlineData("""{ "Rules": [ { "Sel": 1 } ] }""", "DodoUpsell:Offers:Rules:0:Sel is not a setting")]
    [InlineData("""{ "Rules": [ { "Id": "a" } ] }""", "DodoUpsell:Offers:Rules:0:Sale is missing")]
    [InlineData("""{ "Rules": [ { "Sale": { "Items": ["p"] } } ] }""", "DodoUpsell:Offers:Rules:0:Id is blank")]
    [InlineData("""{ "Rules": [ { "Id": { "a": 1 } } ] }""", "Rules:0:Id has an invalid value: set it to a text")]
    [InlineData(
        """{ "Rules": [ { "Sale": { "Type": "Gift" } } ] }""",
        "Rules:0:Sale:Type has an invalid value: set it to one of"
    )]
    [InlineData(
        """{ "Rules": [ { "Sale": { "AddonId": "a" } } ] }""",
        "Rules:0:Sale:AddonId is not a setting of DodoUpsell"
    )]
    [InlineData(
        """{ "Rules": [ { "Id": "a", "Sale": { "Items": ["p", ""] } } ] }""",
        "Rules:0:Sale:Items:1:ProductId is blank"
    )]
    [InlineData(
        """{ "Rules": [ { "Sale": { "Items": [ { "Id": "p" } ] } } ] }""",
        "Rules:0:Sale:Items:0:Id is not a setting"
    )]
    [InlineData(
        """{ "Rules": [ { "When": { "MinimumAmount": 5 } } ] }""",
        "MinimumAmount has an invalid value: set it to an amount with its currency"
    )]
    [InlineData(
        """{ "Rules": [ { "When": { "MinimumAmount": "5.001 USD" } } ] }""",
        "MinimumAmount has an invalid value"
    )]
    [InlineData(
        """{ "Rules": [ { "When": { "MinimumAmount": "5,00 USD" } } ] }""",
        "MinimumAmount has an invalid value"
    )]
    [InlineData(
        """{ "Rules": [ { "When": { "MinimumAmount": { "Amount": 5 } } } ] }""",
        "MinimumAmount has an invalid value"
    )]
    [InlineData(
        """{ "Rules": [ { "When": { "Currencies": ["dollars"] } } ] }""",
        "Currencies:0 has an invalid value: set it to the code of a currency"
    )]
    [InlineData(
        """{ "Rules": [ { "When": { "BoughtAnyOf": "pdt_1" } } ] }""",
        "BoughtAnyOf has an invalid value: set it to a list"
    )]
    [InlineData(
        """{ "Rules": [ { "When": { "FirstPurchase": "yes" } } ] }""",
        "FirstPurchase has an invalid value: set it to true or false"
    )]
    [InlineData("""{ "Rules": [ { "When": "always" } ] }""", "Rules:0:When has an invalid value: set it to an object")]
    [InlineData(
        """{ "Rules": [ { "StartsAt": "31.12.2026" } ] }""",
        "Rules:0:StartsAt has an invalid value: set it to a date in UTC"
    )]
    [InlineData(
        """{ "Rules": [ { "Priority": "high" } ] }""",
        "Rules:0:Priority has an invalid value: set it to a whole number"
    )]
    [InlineData(
        """{ "Rules": [ { "Experiment": { "Key": "k", "Variants": [ { "Nam": "a" } ] } } ] }""",
        "Variants:0:Nam is not a setting"
    )]
    [InlineData(
        """{ "Breaker": { "MaxErrors": "20%" } }""",
        "Breaker:MaxErrors has an invalid value: set it to a number from 0 to 1"
    )]
    [InlineData(
        """{ "Breaker": { "MaxErrors": 20 } }""",
        "DodoUpsell:Offers:Breaker:MaxErrors is 20: it must be between 0 and 1"
    )]
    [InlineData("""{ "Families": [ { "Name": "plans" } ] }""", "DodoUpsell:Offers:Families:0 has no products")]
    [InlineData("""{ "Cultures": ["sv"] }""", "DodoUpsell:Offers:Cultures:0 is 'sv': the law of the European Union")]
    public void What_is_wrong_is_refused_with_its_path(string offers, string message)
    {
        var refused = Assert.ThrowsAny<Exception>(() => FromJson(offers));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_code_and_configuration_are_combined()
    {
        var offers = FromJson(
            """{ "Rules": [ { "Id": "json", "Sale": { "Items": ["pdt_1"] } } ] }""",
            builder => builder.AddOffers(added => added.Rule("code", rule => rule.Sell("pdt_2")))
        );

        Assert.Equal(["json", "code"], offers.Rules.Select(rule => rule.Id));
    }

    [Fact]
    public void A_rule_of_both_is_refused_and_each_is_named_where_it_is()
    {
        const string Json =
            """{ "Rules": [ { "Id": "a", "Sale": { "Items": ["p"] } }, { "Id": "b", "Sale": { "Items": ["p"] } } ] }""";

        var refused = Assert.Throws<OptionsValidationException>(() =>
            FromJson(Json, builder => builder.AddOffers(offers => offers.Rule("b", rule => rule.Sell("pdt_2"))))
        );

        Assert.Equal(
            "DodoUpsellOptions.Offers.Rules[2].Id is 'b': DodoUpsell:Offers:Rules:1 has the same id; use another one.",
            refused.Message
        );
    }

    [Fact]
    public void A_section_that_is_added_twice_counts_once()
    {
        var configuration = Configuration("""{ "Rules": [ { "Id": "a", "Sale": { "Items": ["pdt_1"] } } ] }""");
        var services = new ServiceCollection();
        services.AddDodoUpsells(configuration.GetSection("DodoUpsell")).AddOffers();
        services.AddDodoUpsells(configuration.GetSection("DodoUpsell")).AddOffers();
        using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetRequiredService<IOptions<DodoUpsellOptions>>().Value.Offers.Rules);
    }

    [Fact]
    public async Task A_changed_catalogue_is_taken_over_and_a_wrong_one_is_not()
    {
        using var log = new LogLines();
        var configuration = Configuration("""{ "Rules": [ { "Id": "a", "Sale": { "Items": ["pdt_1"] } } ] }""");
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(log);
        services.AddDodoUpsells(configuration.GetSection("DodoUpsell")).AddOffers();
        await using var provider = services.BuildServiceProvider();
        var engine = provider.GetRequiredService<OfferEngine>();
        var first = engine.Catalogue;
        Assert.Same(first, engine.Catalogue);

        configuration["DodoUpsell:Offers:Rules:0:Priority"] = "5";
        configuration.Reload();
        var second = engine.Catalogue;
        Assert.Equal((0, 5), (first.Rules[0].Priority, second.Rules[0].Priority));

        configuration["DodoUpsell:Offers:Rules:0:Priority"] = "high";
        Assert.ThrowsAny<Exception>(configuration.Reload);
        Assert.Same(second, engine.Catalogue);

        configuration["DodoUpsell:Offers:Rules:0:Priority"] = "5";
        configuration["DodoUpsell:Offers:Rules:0:When:Audiences:0"] = "vip";
        configuration.Reload();
        Assert.Same(second, engine.Catalogue);
        Assert.Same(second, engine.Catalogue);

        Assert.Equal(2, log.Lines.Count(line => line.Id == 1004));
        Assert.Contains(
            log.Lines,
            line => line.Text.Contains("DodoUpsell:Offers:Rules:0:When:Audiences:0 is 'vip', which is not registered")
        );
    }

    private static DateTimeOffset Utc(int year, int month, int day, int hour) =>
        new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
