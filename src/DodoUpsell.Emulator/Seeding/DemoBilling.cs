using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Control;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Seeding;

/// <summary>The active subscription of the demo shop, and its discount.</summary>
internal static class DemoBilling
{
    public static void Fill(EmulatorState state, DateTimeOffset opened)
    {
        var control = new BillingControl(state);
        control.PutDiscount(
            DemoSeed.Discount,
            JsonInput.Of(
                new JsonObject
                {
                    ["code"] = DemoSeed.DiscountCode,
                    ["name"] = "Spring sale",
                    ["type"] = "percentage",
                    ["amount"] = 2000,
                    ["created_at"] = WireTime.Write(opened),
                }
            )
        );
        control.PutSubscription(
            DemoSeed.BasicSubscription,
            JsonInput.Of(
                new JsonObject
                {
                    ["customer_id"] = DemoSeed.CustomerWithCards,
                    ["product_id"] = DemoSeed.BasicPlan,
                    ["payment_method_id"] = DemoSeed.GoodCard,
                    ["created_at"] = WireTime.Write(state.Now.AddDays(-40)),
                    ["previous_billing_date"] = WireTime.Write(state.Now.AddDays(-10)),
                    ["next_billing_date"] = WireTime.Write(state.Now.AddDays(20)),
                }
            )
        );
    }
}
