using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging;

/// <summary>
/// A subscription is charged only to a method that allows it. Whether the cart contains one is taken from the preview if
/// it says so, and from the products otherwise.
/// </summary>
public sealed class SubscriptionsInPreviewsTests
{
    private const string Plan = $"GET /products/{DemoSeed.ProPlan}";

    private static readonly Money Plenty = new(1_000_00, Currency.USD);

    private readonly DodoEmulator _emulator = new(new() { Settlement = PaymentSettlement.Immediate });
    private readonly Node _node;

    // None of the customer's methods is allowed for subscriptions.
    public SubscriptionsInPreviewsTests()
    {
        _node = new Node(_emulator);
        _node.Wire.OnAnswer[$"GET /customers/{DemoSeed.CustomerWithCards}/payment-methods"] = (_, list) =>
        {
            foreach (var method in list["items"]!.AsArray())
                method!["recurring_enabled"] = false;
        };
    }

    [Fact]
    public async Task A_preview_that_says_so_needs_no_product()
    {
        await SellAsync(DemoSeed.ProPlan, Price);

        AssertNothingCharged();
        Assert.Equal(0, _node.Wire.Count(Plan));
    }

    [Theory]
    [InlineData("recurring_breakup")]
    [InlineData("next_billing_date")]
    [InlineData("is_subscription")]
    public async Task One_sign_of_a_subscription_is_enough(string sign)
    {
        await SellAsync(
            DemoSeed.ProPlan,
            preview =>
            {
                var item = preview["product_cart"]![0]!.AsObject();
                if (sign != "is_subscription")
                    item["is_subscription"] = false;
                foreach (var other in new[] { "recurring_breakup", "next_billing_date" }.Where(name => name != sign))
                    preview.Remove(other);
            }
        );

        AssertNothingCharged();
        Assert.Equal(0, _node.Wire.Count(Plan));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_preview_that_does_not_say_it_is_not_taken_for_a_no(bool isNull)
    {
        await SellAsync(DemoSeed.ProPlan, preview => Silence(preview, isNull));

        AssertNothingCharged();
        Assert.Equal(1, _node.Wire.Count(Plan));
    }

    [Theory]
    [InlineData("is_recurring is absent")]
    [InlineData("nothing is said")]
    [InlineData("the price is of an unknown kind")]
    public async Task A_product_that_does_not_say_that_it_is_sold_once_is_charged_like_a_subscription(string gap)
    {
        _node.Wire.OnAnswer[Plan] = (_, product) =>
        {
            product.Remove("is_recurring");
            if (gap == "nothing is said")
                product.Remove("price");
            if (gap == "the price is of an unknown kind")
                product["price"]!["type"] = "subscription_price";
        };

        await SellAsync(DemoSeed.ProPlan, preview => Silence(preview, isNull: false));

        AssertNothingCharged();
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task What_is_sold_once_is_charged_to_any_method(bool says, int reads)
    {
        var outcome = await SellAsync(DemoSeed.Ebook, says ? Price : preview => Silence(preview, isNull: false));

        Assert.IsType<ChargeOutcome.Succeeded>(outcome);
        Assert.Equal(reads, _node.Wire.Count($"GET /products/{DemoSeed.Ebook}"));
    }

    // A cart is one charge, so one subscription in it is enough.
    [Fact]
    public async Task What_is_not_said_of_one_product_of_several_is_read()
    {
        await SellAsync(
            [DemoSeed.Ebook, DemoSeed.ProPlan],
            preview =>
            {
                Silence(preview, isNull: false);
                preview["product_cart"]![0]!["is_subscription"] = false;
            }
        );

        AssertNothingCharged();
        Assert.Equal(1, _node.Wire.Count(Plan));
    }

    private Task<ChargeOutcome> SellAsync(string productId, Action<JsonObject> preview) =>
        SellAsync([productId], preview);

    private async Task<ChargeOutcome> SellAsync(string[] productIds, Action<JsonObject> preview)
    {
        _node.Wire.OnAnswer["POST /checkouts/preview"] = (_, answer) => preview(answer);
        return await _node.Upsells.ChargeAsync(
            Shop.Ebook() with
            {
                Items = [.. productIds.Select(id => new CheckoutItem { ProductId = id, Quantity = 1 })],
                PriceShown = Plenty,
            },
            TestContext.Current.CancellationToken
        );
    }

    // A page is opened instead, where the customer can pay with another method.
    private void AssertNothingCharged()
    {
        Assert.Empty(_emulator.Charges);
        Assert.DoesNotContain(_node.Wire.Requests, request => request.Body?["confirm"] is not null);
        Assert.Equal(1, _node.Wire.Count("POST /checkouts"));
    }

    private static void Price(JsonObject preview) { }

    // The amounts remain, but nothing says whether there is a subscription.
    private static void Silence(JsonObject preview, bool isNull)
    {
        preview.Remove("recurring_breakup");
        preview.Remove("next_billing_date");
        preview.Remove("subscriptions");
        foreach (var item in preview["product_cart"]!.AsArray())
        {
            if (isNull)
                item!["is_subscription"] = null;
            else
                item!.AsObject().Remove("is_subscription");
        }
    }
}
