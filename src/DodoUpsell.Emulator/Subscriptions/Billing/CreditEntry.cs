using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>One movement of a subscription's credit, in minor units. A positive amount adds credit.</summary>
internal sealed record CreditEntry(
    string Id,
    string Type,
    string SubscriptionId,
    string CustomerId,
    long Amount,
    long Balance,
    string Currency,
    string? PaymentId,
    DateTimeOffset CreatedAt
)
{
    public const string Granted = "granted";
    public const string Used = "used";

    /// <summary>Used credit that was restored, because the rest was not paid.</summary>
    public const string Restored = "restored";

    /// <summary>Remaining credit that was lost at the end of the subscription.</summary>
    public const string Lost = "lost";

    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Id,
            ["type"] = Type,
            ["subscription_id"] = SubscriptionId,
            ["customer_id"] = CustomerId,
            ["amount"] = Amount,
            ["balance"] = Balance,
            ["currency"] = Currency,
            ["payment_id"] = PaymentId,
            ["created_at"] = WireTime.Write(CreatedAt),
        };
}
