using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging;

public sealed class CrossSellTests
{
    [Fact]
    public async Task Several_products_and_quantities_are_one_charge()
    {
        var shop = new Shop();

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.CrossSells.ChargeAsync(
                Shop.CrossSoldEbook() with
                {
                    Items =
                    [
                        new() { ProductId = DemoSeed.Ebook, Quantity = 2 },
                        new() { ProductId = DemoSeed.Course, Quantity = 1 },
                    ],
                }
            )
        );

        Assert.Equal(8700, paid.Charged.MinorUnits);
        Assert.Equal(["POST /payments"], shop.ChargingRequests);
    }

    [Fact]
    public async Task The_other_route_is_an_option()
    {
        var shop = new Shop();

        await shop.CrossSells.ChargeAsync(
            Shop.CrossSoldEbook() with
            {
                Route = CrossSellRoute.CheckoutSessions,
                BillingAddress = null,
            }
        );

        Assert.Equal(["POST /checkouts"], shop.ChargingRequests);
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Items_with_credits_take_the_route_that_sells_them()
    {
        var shop = new Shop();

        await shop.CrossSells.ChargeAsync(
            Shop.CrossSoldEbook() with
            {
                Items =
                [
                    new()
                    {
                        ProductId = DemoSeed.Ebook,
                        Quantity = 1,
                        CreditEntitlements = [new() { CreditEntitlementId = "cde_1", CreditsAmount = "10" }],
                    },
                ],
            }
        );

        Assert.Equal("POST /checkouts", shop.ChargingRequests.First());
        Assert.DoesNotContain("POST /payments", shop.ChargingRequests);
    }

    [Fact]
    public async Task A_subscription_product_takes_the_route_that_sells_it()
    {
        var shop = new Shop();

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.CrossSells.ChargeAsync(
                Shop.CrossSoldEbook() with
                {
                    Items = [new() { ProductId = DemoSeed.ProPlan, Quantity = 1 }],
                }
            )
        );

        Assert.NotNull(paid.SubscriptionId);
        Assert.Equal(["POST /checkouts"], shop.ChargingRequests);
    }

    [Fact]
    public async Task Without_an_address_the_customer_is_sent_to_a_page_that_asks_for_one()
    {
        var shop = new Shop();
        shop.Emulator.PutCustomer("cus_new");
        shop.Emulator.SaveCard("cus_new", TestCards.Visa);

        var page = Assert.IsType<ChargeOutcome.CheckoutRequired>(
            await shop.CrossSells.ChargeAsync(Shop.CrossSoldEbook(customerId: "cus_new") with { BillingAddress = null })
        );
        var refused = Assert.IsType<ChargeOutcome.Refused>(
            await shop.CrossSells.ChargeAsync(
                Shop.CrossSoldEbook("other", "cus_new") with
                {
                    BillingAddress = null,
                    OfferCheckout = false,
                }
            )
        );

        Assert.Equal(CheckoutReason.NoBillingAddress, page.Why);
        Assert.Equal(ChargeRefusalReason.NoBillingAddress, refused.Refusal.Reason);
    }

    [Fact]
    public async Task A_page_that_was_paid_settles_the_same_key()
    {
        var shop = new Shop();
        var declined = Assert.IsType<ChargeOutcome.Declined>(
            await shop.CrossSells.ChargeAsync(Shop.CrossSoldEbook(customerId: DemoSeed.CustomerWithDecliningCard))
        );

        await ChargeProtocolTests.PayOnPageAsync(shop, declined.CheckoutUrl!, TestCards.Visa);

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.CrossSells.ChargeAsync(Shop.CrossSoldEbook(customerId: DemoSeed.CustomerWithDecliningCard))
        );
        Assert.Equal(shop.Emulator.Charges.Single().PaymentId, paid.PaymentId);
        Assert.Equal(2, (await shop.RecordAsync()).Attempts.Count);
    }
}
