using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Tests.Refunds;

public sealed class ProratedRefundTests
{
    [Fact]
    public void Prorated_lines_go_back_with_the_whole_payment_only()
    {
        var state = new EmulatorState(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        var payment = new PaymentProcessor(state).Start(
            new PaymentDraft
            {
                Customer = state.Customers.Get(DemoSeed.CustomerWithCards),
                Cart = new CartPricing(state).Price(
                    [new CartItem(DemoSeed.Course, 1, Amount: null, [])],
                    new CartTerms { Country = "US" }
                ),
                Billing = new BillingAddress("US"),
                Metadata = [],
                Method = state.PaymentMethods.Get(DemoSeed.GoodCard),
                IsProrated = true,
                Lifetime = TimeSpan.FromMinutes(15),
            },
            DodoEmulator.InProcessAddress
        );

        var refusal = Assert.Throws<ApiException>(() =>
            RefundDecision.Decide(
                state,
                payment,
                [new RefundRequestItem(DemoSeed.Course, Amount: 1, TaxInclusive: true)]
            )
        );

        Assert.Equal("LINE_ITEM_PRORATED", refusal.Code);
        Assert.Equal(4900, Assert.Single(RefundDecision.Decide(state, payment, wanted: null)).Value);
    }
}
