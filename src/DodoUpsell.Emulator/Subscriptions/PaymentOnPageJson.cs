using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>The members for a payment on a page. All are null if no payment on a page is needed.</summary>
internal static class PaymentOnPageJson
{
    public static JsonObject Of(Payment? payment) =>
        new()
        {
            ["payment_id"] = payment?.Id,
            ["payment_link"] = payment?.Link,
            ["client_secret"] = payment?.Link is null ? null : payment.ClientSecret,
            ["expires_on"] = payment?.Link is null ? null : WireTime.Write(payment.ExpiresAt),
        };
}
