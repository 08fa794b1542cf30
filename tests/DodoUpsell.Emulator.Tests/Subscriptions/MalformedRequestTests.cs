using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>Each member of each body, spoilt in many ways: refused or taken, but never a server error.</summary>
public sealed class MalformedRequestTests
{
    private static readonly string[] Values =
    [
        "null",
        "true",
        "\"\"",
        "\"x\"",
        "-1",
        "0",
        "1",
        "2147483647",
        "2147483648",
        "1e300",
        "1.5",
        "[]",
        "[null]",
        "[1]",
        "{}",
        "\"9999-12-31T23:59:59Z\"",
        "\"0001-01-01T00:00:00Z\"",
        "[\"SPRING20\", \"SPRING20\"]",
        "[{}]",
    ];

    public static TheoryData<string, string, string> Bodies =>
        new()
        {
            {
                "POST",
                "subscriptions",
                """
                    { "product_id": "pdt_demo_pro", "quantity": 1, "customer": { "customer_id": "cus_demo_ada" },
                      "billing": { "country": "US" },
                      "payment_method_id": "pm_demo_visa", "addons": [], "one_time_product_cart": [],
                        "on_demand": null, "discount_codes": [],
                      "trial_period_days": 1, "metadata": {}, "payment_link": true, "billing_currency": "USD",
                        "discount_code": null }
                    """
            },
            {
                "PATCH",
                "subscriptions/sub_demo_basic",
                """
                    { "status": null, "pause": null, "cancel_at_next_billing_date": false,
                      "next_billing_date": "2027-01-01T00:00:00Z", "billing": { "country": "US" },
                      "disable_on_demand": null, "subscription_period_count": 20,
                        "subscription_period_interval": "Year", "tax_id": null, "metadata": {},
                      "cancel_reason": null, "cancellation_feedback": null, "cancellation_comment": null,
                        "credit_entitlement_cart": null, "customer_name": "A" }
                    """
            },
            {
                "POST",
                "subscriptions/sub_demo_basic/change-plan",
                """
                    { "product_id": "pdt_demo_pro", "quantity": 1, "proration_billing_mode": "prorated_immediately",
                      "addons": [{ "addon_id": "adn_demo_seat", "quantity": 1 }],
                      "discount_codes": [], "discount_code": null, "effective_at": "immediately",
                        "on_payment_failure": "prevent_change", "metadata": {},
                      "collect_via_payment_link": false, "cancel_scheduled_change_plan": false,
                        "adaptive_currency_fees_inclusive": null }
                    """
            },
            {
                "POST",
                "subscriptions/sub_on_demand/charge",
                """
                    { "product_price": 100, "product_currency": "USD", "product_description": "d", "metadata": {},
                      "customer_balance_config": {} }
                    """
            },
            {
                "POST",
                "subscriptions/sub_demo_basic/update-payment-method",
                """{ "type": "existing", "payment_method_id": "pm_demo_visa" }"""
            },
            {
                "POST",
                "subscriptions/sub_demo_basic/update-payment-method",
                """{ "type": "new", "return_url": "u", "allowed_payment_method_types": ["credit"] }"""
            },
            {
                "POST",
                "discounts",
                """
                    { "type": "flat", "amount": 1, "code": "ABC", "name": "n",
                      "currency_options": [{ "currency": "USD", "is_default": true, "max_amount_possible": 5,
                      "minimum_subtotal": 0 }],
                      "customer_eligibility": "any", "starts_at": "2026-02-01T00:00:00Z",
                        "expires_at": "2027-01-01T00:00:00Z", "usage_limit": 5, "per_customer_usage_limit": 1,
                      "restricted_to": [], "subscription_cycles": 1, "preserve_on_plan_change": true, "metadata": {} }
                    """
            },
            {
                "PATCH",
                "discounts/dsc_demo_spring",
                """
                    { "type": "percentage", "amount": 1, "code": "ABC", "usage_limit": 5, "starts_at": null,
                      "expires_at": null, "restricted_to": [] }
                    """
            },
            {
                "PUT",
                "_emulator/subscriptions/sub_new",
                """
                    { "product_id": "pdt_demo_basic", "customer_id": "cus_demo_ada", "quantity": 1, "addons": [],
                      "status": "active", "previous_billing_date": "2026-01-01T00:00:00Z",
                      "next_billing_date": "2026-02-01T00:00:00Z", "created_at": "2026-01-01T00:00:00Z",
                        "expires_at": "2030-01-01T00:00:00Z", "trial_period_days": 0,
                      "trial_amount": null, "discount_codes": [], "payment_method_id": "pm_demo_visa",
                        "on_demand": false, "paused_at": null }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_spoilt_member_never_breaks_the_server_or_the_clock(string method, string path, string body)
    {
        var whole = JsonNode.Parse(body)!.AsObject();
        foreach ((var name, _) in whole)
        {
            foreach (var value in Values.Prepend(null))
            {
                var spoilt = whole.DeepClone().AsObject();
                spoilt.Remove(name);
                if (value is not null)
                    spoilt[name] = JsonNode.Parse(value);

                using var shop = new Shop();
                shop.Put("""{ "on_demand": true }""", "sub_on_demand");
                var answer = await shop.Api.Send(new HttpMethod(method), path, spoilt.ToJsonString());

                if ((int)answer.Status != 200)
                    answer.IsError((int)answer.Status, answer.Body.Text("code")!);
                Assert.InRange((int)answer.Status, 200, 499);
                await shop.Patch("""{ "status": "paused" }""");
                shop.Advance(100);
                await shop.Patch("""{ "status": "active" }""");
                shop.Advance(400);
                _ = shop.Emulator.GetState();
            }
        }
    }
}
