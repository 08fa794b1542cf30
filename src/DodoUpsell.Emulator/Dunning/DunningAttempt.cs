using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Dunning;

/// <summary>A subscription whose customer is reminded by e-mail to pay, or to come back.</summary>
internal sealed class DunningAttempt
{
    public const string Recovering = "recovering";
    public const string Recovered = "recovered";
    public const string Exhausted = "exhausted";

    public required string Id { get; init; }

    public required Subscription Subscription { get; init; }

    /// <summary>The status of the subscription that it began with.</summary>
    public required string Trigger { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The payment that failed, later the one that was paid; null for a cancellation.</summary>
    public string? PaymentId { get; set; }

    public string Status { get; set; } = Recovering;

    public JsonObject ToJson() =>
        new()
        {
            ["subscription_id"] = Subscription.Id,
            ["customer_id"] = Subscription.Customer.Id,
            ["trigger_state"] = Trigger,
            ["status"] = Status,
            ["payment_id"] = PaymentId,
            ["created_at"] = WireTime.Write(CreatedAt),
            ["brand_id"] = EmulatorState.BusinessId,
        };
}
