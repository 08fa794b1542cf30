namespace DodoUpsell.ContractTests.Calls;

/// <summary>The calls of <see cref="IWebhookEndpointsClient"/>.</summary>
internal static class WebhookEndpointsCalls
{
    public static IEnumerable<SdkCall> All =>
        [
            new(
                "WebhookEndpoints.ListAsync",
                "full",
                (dodo, _) => FromCursorAsync(dodo.WebhookEndpoints.ListAsync(new() { PageSize = 25 }), "iter_start_9Lc")
            ),
            new("WebhookEndpoints.ListAsync", "minimal", (dodo, _) => dodo.WebhookEndpoints.ListAsync().Untyped()),
            new(
                "WebhookEndpoints.CreateAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .WebhookEndpoints.CreateAsync(
                            new()
                            {
                                Url = "https://shop.lantern.example/hooks/dodo",
                                Description = "Orders and plan changes",
                                FilterTypes =
                                [
                                    WebhookEventType.PaymentSucceeded,
                                    WebhookEventType.SubscriptionPlanChanged,
                                ],
                                Disabled = true,
                                Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                                {
                                    ["X-Shop"] = "lantern",
                                    ["X-Region"] = "eu-central",
                                },
                                RateLimit = 40,
                                Metadata = new() { ["team"] = "checkout", ["stage"] = "test" },
                                IdempotencyKey = "hook-orders-2026-11",
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "WebhookEndpoints.CreateAsync",
                "minimal",
                (dodo, _) =>
                    dodo
                        .WebhookEndpoints.CreateAsync(new() { Url = "https://shop.lantern.example/hooks/dodo" })
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "WebhookEndpoints.GetAsync",
                "full",
                (dodo, id) => dodo.WebhookEndpoints.GetAsync(id.Webhook).Untyped()
            ),
            new(
                "WebhookEndpoints.GetAsync",
                "sparse",
                (dodo, _) => dodo.WebhookEndpoints.GetAsync(Known.OtherWebhook).Untyped()
            ),
            new(
                "WebhookEndpoints.UpdateAsync",
                "full",
                (dodo, id) =>
                    dodo
                        .WebhookEndpoints.UpdateAsync(
                            id.Webhook,
                            new()
                            {
                                Url = "https://shop.lantern.example/hooks/dodo/v2",
                                Description = "Orders, plan changes and refunds",
                                FilterTypes = new([
                                    WebhookEventType.PaymentSucceeded,
                                    WebhookEventType.SubscriptionPlanChanged,
                                ]),
                                Disabled = true,
                                RateLimit = 30,
                                Metadata = new Metadata { ["team"] = "growth", ["stage"] = "test" },
                            }
                        )
                        .Untyped()
            ),
            new(
                "WebhookEndpoints.UpdateAsync",
                "minimal",
                (dodo, id) => dodo.WebhookEndpoints.UpdateAsync(id.Webhook, new() { Disabled = false }).Untyped()
            ),
            new(
                "WebhookEndpoints.DeleteAsync",
                "full",
                (dodo, id) => dodo.WebhookEndpoints.DeleteAsync(id.Webhook).Untyped()
            ),
            new(
                "WebhookEndpoints.GetSecretAsync",
                "full",
                (dodo, id) => dodo.WebhookEndpoints.GetSecretAsync(id.Webhook).Untyped()
            ),
            new(
                "WebhookEndpoints.GetSecretAsync",
                "sparse",
                (dodo, _) => dodo.WebhookEndpoints.GetSecretAsync(Known.OtherWebhook).Untyped()
            ),
        ];

    private static async Task<object?> FromCursorAsync<T>(AsyncPageable<T> list, string cursor)
    {
        var items = new List<T>();
        await foreach (var page in list.AsPages(cursor))
            items.AddRange(page.Items);
        return items;
    }
}
