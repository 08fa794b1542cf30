using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging;

/// <summary>With a price shown, the preview says what the cart contains. Where it does not, the products are read.</summary>
public sealed class CartPriceTests
{
    private static readonly Money Plenty = new(1_000_00, Currency.USD);

    [Fact]
    public async Task A_subscription_in_the_preview_is_not_charged_to_a_method_that_cannot_renew()
    {
        var (emulator, node) = New();
        node.Wire.OnAnswer[$"GET /customers/{DemoSeed.CustomerWithCards}/payment-methods"] = (_, answer) =>
        {
            foreach (var method in answer["items"]!.AsArray())
                method!["recurring_enabled"] = false;
        };

        var plan = await node.Upsells.ChargeAsync(Cart(DemoSeed.ProPlan));

        Assert.Equal(CheckoutReason.NoUsableMethod, Assert.IsType<ChargeOutcome.CheckoutRequired>(plan).Why);
        Assert.Empty(emulator.Charges);
        Assert.Equal(0, node.Wire.Count($"GET /products/{DemoSeed.ProPlan}"));
    }

    [Fact]
    public async Task A_preview_that_does_not_say_what_the_cart_contains_is_completed_by_the_products()
    {
        var (emulator, node) = New();
        node.Wire.OnAnswer["POST /checkouts/preview"] = (_, preview) => preview["product_cart"]!.AsArray().Clear();

        Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Cart(DemoSeed.Ebook)));

        Assert.Single(emulator.Charges);
        Assert.Equal(1, node.Wire.Count($"GET /products/{DemoSeed.Ebook}"));
    }

    [Fact]
    public async Task An_unknown_product_is_named_although_the_preview_was_refused_first()
    {
        var (emulator, node) = New();

        var refused = Assert.IsType<ChargeOutcome.Refused>(await node.Upsells.ChargeAsync(Cart("pdt_unknown")));

        Assert.Equal(ChargeRefusalReason.UnknownProduct, refused.Refusal.Reason);
        Assert.Empty(emulator.Charges);
    }

    private static (DodoEmulator Emulator, Node Node) New()
    {
        var emulator = new DodoEmulator();
        return (emulator, new Node(emulator));
    }

    private static UpsellRequest Cart(string productId) =>
        Shop.Ebook() with
        {
            Items = [new() { ProductId = productId, Quantity = 1 }],
            PriceShown = Plenty,
        };
}
