using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Malformed;

/// <summary>
/// For each operation with a body: a path that exists in the demo seed, and a body that is accepted there.
/// </summary>
internal static class ValidBodies
{
    public static IReadOnlyDictionary<string, (string Path, JsonObject Body)> ByOperation { get; } =
        new Dictionary<string, (string, JsonObject)>(StringComparer.Ordinal)
        {
            ["Customers.CreateAsync"] = ("/customers", Json("""{"email":"new@example.test","name":"New"}""")),
            ["Customers.UpdateAsync"] = ($"/customers/{DemoSeed.CustomerWithCards}", Json("""{"name":"Ada"}""")),
            ["Customers.CreateWalletLedgerEntryAsync"] = (
                $"/customers/{DemoSeed.CustomerWithCards}/wallets/ledger-entries",
                Json("""{"amount":100,"currency":"USD","entry_type":"credit"}""")
            ),
            ["CheckoutSessions.CreateAsync"] = ("/checkouts", Checkout()),
            ["CheckoutSessions.PreviewAsync"] = ("/checkouts/preview", Checkout()),
            ["Payments.CreateAsync"] = (
                "/payments",
                Json(
                    $$"""
                    {"customer":{"customer_id":"{{DemoSeed.CustomerWithCards}}"},"billing":{"country":"US"},
                      "product_cart":[{"product_id":"{{DemoSeed.Ebook}}","quantity":1}]}
                    """
                )
            ),
            ["Subscriptions.CreateAsync"] = (
                "/subscriptions",
                Json(
                    $$"""
                    {"customer":{"customer_id":"{{DemoSeed.CustomerWithCards}}"},"billing":{"country":"US"},
                      "product_id":"{{DemoSeed.BasicPlan}}","quantity":1}
                    """
                )
            ),
            ["Subscriptions.UpdateAsync"] = (
                $"/subscriptions/{DemoSeed.BasicSubscription}",
                Json("""{"customer_name":"Ada"}""")
            ),
            ["Subscriptions.ChangePlanAsync"] = (
                $"/subscriptions/{DemoSeed.BasicSubscription}/change-plan",
                PlanChange()
            ),
            ["Subscriptions.PreviewChangePlanAsync"] = (
                $"/subscriptions/{DemoSeed.BasicSubscription}/change-plan/preview",
                PlanChange()
            ),
            ["Subscriptions.ChargeAsync"] = (
                $"/subscriptions/{DemoSeed.BasicSubscription}/charge",
                Json("""{"product_price":100}""")
            ),
            ["Subscriptions.UpdatePaymentMethodAsync"] = (
                $"/subscriptions/{DemoSeed.BasicSubscription}/update-payment-method",
                Json($$"""{"type":"existing","payment_method_id":"{{DemoSeed.GoodCard}}"}""")
            ),
            ["Discounts.CreateAsync"] = ("/discounts", Json("""{"type":"percentage","amount":1000}""")),
            ["Discounts.UpdateAsync"] = ($"/discounts/{DemoSeed.Discount}", Json("""{"name":"Autumn"}""")),
            ["Refunds.CreateAsync"] = ("/refunds", Json("""{"payment_id":"pay_unknown"}""")),
            ["WebhookEndpoints.CreateAsync"] = ("/webhooks", Json("""{"url":"https://example.test/hook"}""")),
            ["WebhookEndpoints.UpdateAsync"] = ("/webhooks/ep_unknown", Json("""{"description":"Mine"}""")),
        };

    private static JsonObject Checkout() =>
        Json(
            $$"""
            {"product_cart":[{"product_id":"{{DemoSeed.Ebook}}","quantity":1}],
              "customer":{"customer_id":"{{DemoSeed.CustomerWithCards}}"} }
            """
        );

    private static JsonObject PlanChange() =>
        Json(
            $$"""{"product_id":"{{DemoSeed.ProPlan}}","quantity":1,"proration_billing_mode":"difference_immediately"}"""
        );

    private static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();
}
