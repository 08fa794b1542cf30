using DodoUpsell.Emulator;
using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

public sealed class EvaluatorTests
{
    public static TheoryData<string> Rows => [.. EvaluatorRows.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_rule_has_exactly_these_reasons(string name)
    {
        var row = EvaluatorRows.All.Single(one => one.Name == name);
        Assert.Equal(row.Expected.Order(), OfferRuleEvaluator.Evaluate(row.Rule, row.Facts, CatalogueOf(row)));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var rows = EvaluatorRows.All.Select(row => (row.Rule, row.Facts, Catalogue: CatalogueOf(row))).ToArray();
        Evaluate();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Evaluate();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Evaluate()
        {
            foreach (var (rule, facts, catalogue) in rows)
                OfferRuleEvaluator.Evaluate(rule, facts, catalogue);
        }
    }

    [Fact]
    public void A_product_of_a_family_replaces_the_plan_with_its_seats_and_codes()
    {
        var rule = new OfferRule
        {
            Id = "rule",
            Sale = new OfferedSale.Products
            {
                Items =
                [
                    new()
                    {
                        ProductId = "pro",
                        Quantity = 1,
                        Addons = [new() { AddonId = "addon", Quantity = 2 }],
                    },
                ],
                ReplaceMode = ProrationMode.FullImmediately,
            },
            Discounts = [new() { Code = "ONE" }, new() { Code = "TWO" }],
        };
        var request = ChangeOf(
            rule,
            new()
            {
                Id = "sub",
                CustomerId = "cus",
                ProductId = "basic",
                Quantity = 5,
            }
        );
        Assert.Equal("sub", request.SubscriptionId);
        Assert.Equal("pro", request.ProductId);
        Assert.Null(request.Quantity);
        Assert.Equal(ProrationMode.FullImmediately, request.Mode);
        Assert.Equal(AddonsChoice.Set, request.Addons.Choice);
        Assert.Equal(["ONE", "TWO"], request.Discounts.Codes);
        Assert.Equal(PaymentFailurePolicy.PreventChange, request.OnPaymentFailure);
    }

    [Fact]
    public void An_add_on_leaves_the_others_as_they_are()
    {
        var rule = new OfferRule
        {
            Id = "rule",
            Sale = new OfferedSale.Addon
            {
                AddonId = "addon",
                Quantity = 3,
                For = ["basic"],
            },
        };
        var request = ChangeOf(
            rule,
            new()
            {
                Id = "sub",
                CustomerId = "cus",
                ProductId = "basic",
                Addons = [],
            }
        );
        Assert.Null(request.ProductId);
        Assert.Null(request.Quantity);
        Assert.Equal(DiscountSelection.Preserved, request.Discounts);
        Assert.Equal(
            ["other", "addon"],
            request
                .Addons.From([new() { AddonId = "other", Quantity = 1 }, new() { AddonId = "addon", Quantity = 1 }])
                .Select(addon => addon.AddonId)
        );
    }

    [Fact]
    public void A_cart_has_the_address_of_the_purchase_and_the_currency_of_the_rule()
    {
        var rule = OfferShop.Ebook() with { Currency = Currency.EUR };
        var sale = SaleResolver.Resolve(rule, EvaluatorRows.Facts, new OfferCatalogue(new()));
        var cart = Assert.IsType<ResolvedSale.Cart>(sale);
        Assert.Equal(DemoSeed.Ebook, Assert.Single(cart.Items).ProductId);
        Assert.Equal("US", cart.BillingAddress?.Country.Value);
        Assert.Equal(Currency.EUR, cart.BillingCurrency);
    }

    private static PlanChangeRequest ChangeOf(OfferRule rule, SubscriptionFacts live)
    {
        var facts = EvaluatorRows.Facts with { Subscriptions = [live] };
        var options = new OfferOptions { Families = { new("plans", ["basic", "pro"]) } };
        var sale = SaleResolver.Resolve(rule, facts, new OfferCatalogue(options));
        return Assert.IsType<ResolvedSale.Change>(sale).Request;
    }

    private static OfferCatalogue CatalogueOf(EvaluatorRow row)
    {
        var options = new OfferOptions { Rules = { row.Rule } };
        foreach (var family in row.Families)
            options.Families.Add(family);
        return new(options);
    }
}
