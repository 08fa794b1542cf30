using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Defects;

/// <summary>The address of the last payment is found without paging through all that the customer ever paid.</summary>
public sealed class LastAddressTests
{
    [Fact]
    public async Task A_cross_sell_to_a_customer_with_five_hundred_payments_lists_them_twice_at_most()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        var node = new Node(emulator);
        for (var i = 0; i < 500; i++)
        {
            await node.Dodo.Payments.CreateAsync(
                new CreatePaymentRequest
                {
                    ProductCart = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
                    Customer = CustomerReference.Existing(DemoSeed.CustomerWithCards),
                    Billing = new() { Country = new CountryCode("DE") },
                    PaymentMethodId = DemoSeed.GoodCard,
                }
            );
            emulator.Clock.Advance(TimeSpan.FromHours(1));
        }

        node.Wire.Forget();
        var outcome = await node.CrossSells.ChargeAsync(Shop.CrossSoldEbook() with { BillingAddress = null });

        Assert.IsType<ChargeOutcome.Succeeded>(outcome);
        Assert.Equal("DE", node.Wire.LastBody("POST /payments")["billing"]!["country"]!.GetValue<string>());
        Assert.InRange(node.Wire.Count("GET /payments"), 1, 2);
    }
}
