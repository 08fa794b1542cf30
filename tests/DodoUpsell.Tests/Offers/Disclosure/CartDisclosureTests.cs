using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using DodoUpsell.TestKit;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Offers.Disclosure;

/// <summary>A cart is disclosed by the preview of the very request that accepting sends.</summary>
public sealed class CartDisclosureTests
{
    private const string Preview = "POST /checkouts/preview";

    [Fact]
    public async Task A_product_is_disclosed_with_its_price_the_card_and_the_words_on_the_buttons()
    {
        var shop = new OfferShop(configure: options => options.TermsUrl = "https://shop.test/terms");

        var terms = await shop.DiscloseAsync(shop.Candidate());

        var shown = terms.Disclosure;
        Assert.Equal("Visa •••• 4242", shown.PaymentMethodLabel);
        Assert.Equal(("en", "Order with obligation to pay"), (shown.Culture, shown.AcceptText));
        Assert.Equal("https://shop.test/terms", shown.TermsUrl);
        Assert.Null(shown.Recurrence);
        Assert.Equal(
            [OfferLineKind.Item, OfferLineKind.Total, OfferLineKind.PaymentMethod],
            shown.Lines.Select(line => line.Kind)
        );
        Assert.Equal(shown.DueNow, shown.Lines[0].Amount);
        Assert.Equal("4242", terms.CardLastFour);
        Assert.Equal(DemoSeed.GoodCard, terms.PaymentMethodId);
        Assert.Equal([DemoSeed.Ebook], terms.ProductIds);
        Assert.False(terms.IsRecurring);
        Assert.StartsWith("dsc_", shown.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_is_disclosed_with_what_recurs_and_when()
    {
        var shop = new OfferShop();

        var terms = await shop.DiscloseAsync(shop.Candidate(OfferShop.CartOf(DemoSeed.ProPlan)));

        var recurrence = Assert.IsType<OfferRecurrence>(terms.Disclosure.Recurrence);
        Assert.Equal(new Money(8000, Currency.USD), recurrence.Amount);
        Assert.Equal(
            (1, TimeInterval.Month, true),
            (recurrence.IntervalCount, recurrence.Interval, recurrence.TaxIncluded)
        );
        Assert.True(recurrence.NextAt > shop.Now);
        Assert.True(terms.IsRecurring);
        var text = Assert.Single(terms.Disclosure.Lines, line => line.Kind == OfferLineKind.Recurrence).Text;
        Assert.Contains("every month, from ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discount_is_shown_with_the_amount_that_it_takes_off()
    {
        var shop = new OfferShop();

        var terms = await shop.DiscloseAsync(shop.Candidate(codes: DemoSeed.DiscountCode));

        var discount = Assert.IsType<Money>(terms.Disclosure.Discount);
        Assert.True(discount.MinorUnits > 0);
        Assert.Equal(
            -discount,
            Assert.Single(terms.Disclosure.Lines, line => line.Kind == OfferLineKind.Discount).Amount
        );
        Assert.Equal([DemoSeed.DiscountCode], terms.DiscountCodes);
        Assert.Equal(terms.Disclosure.DueNow, terms.Disclosure.Lines[0].Amount!.Value - discount);
    }

    [Fact]
    public async Task Tax_is_shown_as_added_or_as_included()
    {
        var shop = new OfferShop();
        shop.Wire.OnAnswer[Preview] = (_, preview) => Breakup(preview, subtotal: 1000, tax: 190, total: 1190);
        var added = await shop.DiscloseAsync(shop.Candidate());
        shop.Wire.OnAnswer[Preview] = (_, preview) => Breakup(preview, subtotal: 1000, tax: 160, total: 1000);
        var included = await shop.DiscloseAsync(shop.Candidate());

        Assert.Equal(new OfferLine(OfferLineKind.Tax, "Tax", Usd(190)), added.Disclosure.Lines[1]);
        Assert.Equal(new OfferLine(OfferLineKind.Tax, "Tax included", Usd(160)), included.Disclosure.Lines[1]);
        Assert.Equal((Usd(1190), Usd(1000)), (added.Disclosure.DueNow, included.Disclosure.DueNow));
    }

    [Fact]
    public async Task A_trial_and_a_discount_that_ends_are_said()
    {
        var shop = new OfferShop();
        shop.Wire.OnAnswer[Preview] = (_, preview) =>
        {
            preview["trial_period_days"] = 14;
            preview["product_cart"]![0]!["discount_cycle"] = 3;
        };

        var terms = await shop.DiscloseAsync(shop.Candidate(OfferShop.CartOf(DemoSeed.ProPlan)));

        Assert.Equal(14, terms.Disclosure.Recurrence!.TrialDays);
        Assert.Contains(
            terms.Disclosure.Lines,
            line => line is { Kind: OfferLineKind.Trial, Text: "Days of trial: 14" }
        );
        Assert.Contains(
            terms.Disclosure.Lines,
            line => line.Kind == OfferLineKind.Loss && line.Text.Contains("discount: 3.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Catalogue_prices_are_shown_only_if_they_add_up_to_what_is_charged()
    {
        var shop = new OfferShop();
        var cart = shop.Candidate(OfferShop.CartOf(DemoSeed.Ebook, DemoSeed.Course));
        var adds = await shop.DiscloseAsync(cart);
        shop.Wire.OnAnswer[Preview] = (_, preview) => preview["product_cart"]![0]!["og_price"] = 1;
        var doesNot = await shop.DiscloseAsync(cart);

        Assert.Equal(
            adds.Disclosure.DueNow,
            adds.Disclosure.Lines[0].Amount!.Value + adds.Disclosure.Lines[1].Amount!.Value
        );
        Assert.All(doesNot.Disclosure.Lines.Take(2), line => Assert.Null(line.Amount));
        Assert.Equal(adds.Disclosure.DueNow, doesNot.Disclosure.DueNow);
    }

    [Theory]
    [InlineData(DemoSeed.CustomerWithoutCard, false)]
    [InlineData(DemoSeed.CustomerWithCards, true)]
    public async Task Without_a_method_that_could_be_read_the_customer_pays_on_a_page(string customer, bool unreadable)
    {
        var shop = new OfferShop();
        if (unreadable)
            shop.Break(
                EmulatedFaultKind.Status,
                $"/customers/{customer}/payment-methods",
                times: 10,
                method: "GET",
                System.Net.HttpStatusCode.BadGateway
            );

        var terms = await shop.DiscloseAsync(shop.Candidate(customerId: customer));

        Assert.Null(terms.Disclosure.PaymentMethodLabel);
        Assert.Null(terms.PaymentMethodId);
        Assert.Equal("You pay on the payment page", terms.Disclosure.Lines[^1].Text);
    }

    [Theory]
    [InlineData("current_breakup", DemoSeed.Ebook)]
    [InlineData("currency", DemoSeed.Ebook)]
    [InlineData("recurring_breakup", DemoSeed.ProPlan)]
    [InlineData("product_cart", DemoSeed.Ebook)]
    public async Task A_preview_that_lacks_a_fact_discloses_nothing(string member, string product)
    {
        var shop = new OfferShop();
        shop.Wire.OnAnswer[Preview] = (_, preview) =>
            preview[member] =
                member == "product_cart" ? new JsonArray()
                : member == "currency" ? ""
                : null;

        Assert.Equal(
            (null, OfferReason.PriceUnknown),
            await shop.Discloser.DiscloseAsync(shop.Candidate(OfferShop.CartOf(product)), "ofr_1", default)
        );
    }

    [Fact]
    public async Task Subscriptions_of_different_intervals_have_no_single_recurring_amount()
    {
        var shop = new OfferShop();
        shop.Wire.OnAnswer[$"GET /products/{DemoSeed.ProPlan}"] = (_, product) =>
            product["price"]!["payment_frequency_interval"] = "Year";

        Assert.Equal(
            (null, OfferReason.PriceUnknown),
            await shop.Discloser.DiscloseAsync(
                shop.Candidate(OfferShop.CartOf(DemoSeed.BasicPlan, DemoSeed.ProPlan)),
                "ofr_1",
                default
            )
        );
    }

    [Theory]
    [InlineData("pdt_unknown", DemoSeed.CustomerWithCards, "")]
    [InlineData(DemoSeed.Ebook, "cus_unknown", "")]
    [InlineData(DemoSeed.Ebook, DemoSeed.CustomerWithCards, "NO_SUCH_CODE")]
    public async Task What_the_api_refuses_is_not_offered(string product, string customer, string code)
    {
        var shop = new OfferShop();
        var candidate = shop.Candidate(OfferShop.CartOf(product), customer);

        Assert.Equal(
            (null, OfferReason.RefusedByApi),
            await shop.Discloser.DiscloseAsync(
                candidate with
                {
                    Discounts = code.Length > 0 ? [new OfferDiscount { Code = code }] : [],
                },
                "ofr_1",
                default
            )
        );
    }

    [Fact]
    public async Task An_api_that_cannot_be_reached_is_an_exception_and_not_a_reason()
    {
        var shop = new OfferShop();
        shop.Break(EmulatedFaultKind.Status, "/checkouts/preview", 20, "POST", System.Net.HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<DodoApiException>(() => shop.DiscloseAsync(shop.Candidate()));
    }

    [Fact]
    public async Task The_id_changes_with_everything_that_is_shown_and_with_nothing_else()
    {
        var shop = new OfferShop();
        var candidate = shop.Candidate();
        var first = (await shop.DiscloseAsync(candidate)).Disclosure.Id;
        Assert.Equal(first, (await shop.DiscloseAsync(candidate)).Disclosure.Id);
        var ids = new HashSet<string> { first };

        Assert.True(
            ids.Add((await shop.DiscloseAsync(shop.Candidate(OfferShop.CartOf(DemoSeed.Course)))).Disclosure.Id)
        );
        Assert.True(
            ids.Add((await shop.DiscloseAsync(candidate with { ExpiresAt = shop.Now.AddHours(1) })).Disclosure.Id)
        );
        shop.Options.TermsUrl = "https://shop.test/terms";
        Assert.True(ids.Add((await shop.DiscloseAsync(candidate)).Disclosure.Id));
        shop.Options.Cultures.Add("de");
        Assert.True(ids.Add((await shop.DiscloseAsync(candidate)).Disclosure.Id));
        shop.Options.AcceptTexts["de"] = "Kostenpflichtig bestellen";
        Assert.True(ids.Add((await shop.DiscloseAsync(candidate)).Disclosure.Id));
        shop.Wire.OnAnswer[Preview] = (_, preview) => preview["current_breakup"]!["total_amount"] = 1;
        Assert.True(ids.Add((await shop.DiscloseAsync(candidate)).Disclosure.Id));

        // Another card with the same label.
        shop.Wire.OnAnswer[$"GET /customers/{DemoSeed.CustomerWithCards}/payment-methods"] = (_, list) =>
        {
            foreach (var method in list["items"]!.AsArray())
                method!["payment_method_id"] = "pm_other_" + method["payment_method_id"];
        };
        Assert.True(ids.Add((await shop.DiscloseAsync(candidate)).Disclosure.Id));
    }

    [Fact]
    public async Task The_disclosure_is_in_the_configured_culture_that_is_nearest()
    {
        var shop = new OfferShop(configure: options =>
        {
            options.Cultures.Add("fr");
            options.Cultures.Add("de-AT");
        });

        var german = (await shop.DiscloseAsync(shop.Candidate(culture: "de-DE"))).Disclosure;
        var other = (await shop.DiscloseAsync(shop.Candidate(culture: "ja"))).Disclosure;

        Assert.Equal(("fr", "Commande avec obligation de paiement"), (other.Culture, other.AcceptText));
        Assert.Equal("Non merci", other.DeclineText);
        if (Cultures.HaveData)
        {
            Assert.Equal(("de-AT", "Zahlungspflichtig bestellen"), (german.Culture, german.AcceptText));
            Assert.Equal("Jetzt zu zahlen", german.Lines[1].Text);
        }
    }

    [Fact]
    public async Task Stored_terms_are_read_back_whole_and_newer_ones_too()
    {
        var shop = new OfferShop();
        var terms = await shop.DiscloseAsync(
            shop.Candidate(
                new ResolvedSale.Cart(
                    [
                        new()
                        {
                            ProductId = DemoSeed.ProPlan,
                            Quantity = 2,
                            Addons = [new() { AddonId = DemoSeed.SeatAddon, Quantity = 1 }],
                        },
                    ],
                    new() { TrialPeriodDays = 7 },
                    new() { Country = new CountryCode("US"), Zipcode = "94105" },
                    null
                )
            )
        );
        var newer = JsonNode.Parse(terms.ToJson())!;
        newer["from_a_newer_version"] = 1;
        newer["disclosure"]!["more"] = "x";

        Assert.Equal(terms.ToJson(), OfferTerms.Parse(newer.ToJsonString()).ToJson());
        Assert.Equal(nameof(OfferTerms), terms.ToString());
        Assert.Throws<FormatException>(() => OfferTerms.Parse("{}"));
        Assert.Throws<FormatException>(() => OfferTerms.Parse("null"));
    }

    private static void Breakup(JsonObject preview, long subtotal, long tax, long total) =>
        preview["current_breakup"] = new JsonObject
        {
            ["subtotal"] = subtotal,
            ["discount"] = 0,
            ["tax"] = tax,
            ["total_amount"] = total,
        };

    private static Money Usd(long cents) => new(cents, Currency.USD);
}
