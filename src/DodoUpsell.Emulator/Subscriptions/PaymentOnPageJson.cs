using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Where the customer goes to pay; all null when nobody has to.</summary>
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
