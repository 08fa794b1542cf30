using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Defects;

/// <summary>
/// What is compared with the price shown is the price of the very charge that is sent, taxed for the address that is
/// billed.
/// </summary>
public sealed class PriceOfTheAddressTests
{
    [Fact]
    public async Task A_cross_sell_is_not_charged_above_the_price_shown_by_the_tax_of_the_last_payments_address()
    {
        var (emulator, node) = await ShopWithACustomerFromGermanyAsync();

        var outcome = await node.CrossSells.ChargeAsync(Ebook(shown: 19_00));

        Assert.Equal(ChargeRefusalReason.PriceChanged, Assert.IsType<ChargeOutcome.Refused>(outcome).Refusal.Reason);
        Assert.Single(emulator.Charges);
        Assert.Equal(0, node.Wire.Count("POST /payments"));
    }

    [Fact]
    public async Task The_preview_of_a_cross_sell_names_the_address_that_the_charge_names()
    {
        var (emulator, node) = await ShopWithACustomerFromGermanyAsync();

        var outcome = await node.CrossSells.ChargeAsync(
            Ebook(shown: 22_61) with
            {
                DiscountCodes = [DemoSeed.DiscountCode],
                BillingCurrency = Currency.USD,
            }
        );

        Assert.IsType<ChargeOutcome.Succeeded>(outcome);
        var (preview, charge) = (node.Wire.LastBody("POST /checkouts/preview"), node.Wire.LastBody("POST /payments"));
        Assert.Equal(charge["billing"]?.ToJsonString(), preview["billing_address"]?.ToJsonString());
        foreach (var part in new[] { "billing_currency", "discount_codes" })
            Assert.Equal(charge[part]?.ToJsonString(), preview[part]?.ToJsonString());
        Assert.Equal(2, emulator.Charges.Count);
    }

    private static CrossSellRequest Ebook(long shown) =>
        Shop.CrossSoldEbook() with
        {
            BillingAddress = null,
            PriceShown = new Money(shown, Currency.USD),
        };

    private static async Task<(DodoEmulator Emulator, Node Node)> ShopWithACustomerFromGermanyAsync()
    {
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions { TaxPercent = 19, Settlement = PaymentSettlement.Immediate }
        );
        var node = new Node(emulator);
        await node.Dodo.Payments.CreateAsync(
            new CreatePaymentRequest
            {
                ProductCart = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
                Customer = CustomerReference.Existing(DemoSeed.CustomerWithCards),
                Billing = new() { Country = new CountryCode("DE"), City = "Berlin" },
                PaymentMethodId = DemoSeed.GoodCard,
            }
        );
        node.Wire.Forget();

        // Without an address nobody knows the tax.
        node.Wire.OnAnswer["POST /checkouts/preview"] = (asked, answer) =>
        {
            if (asked!["billing_address"] is not null)
                return;
            var due = answer["current_breakup"]!.AsObject();
            var net = due["subtotal"]!.GetValue<long>() - due["discount"]!.GetValue<long>();
            (due["tax"], due["total_amount"], answer["total_price"], answer["total_tax"]) = (null, net, net, null);
        };
        return (emulator, node);
    }
}
