using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Dunning;

/// <summary>
/// A reminder period of one subscription: its customer is asked by e-mail to pay, or to subscribe again.
/// </summary>
internal sealed class DunningAttempt
{
    public const string Recovering = "recovering";
    public const string Recovered = "recovered";
    public const string Exhausted = "exhausted";

    public required string Id { get; init; }

    public required Subscription Subscription { get; init; }

    /// <summary>Gets the status of the subscription that started the reminders.</summary>
    public required string Trigger { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets the failed payment, later the paid one, or null for a cancellation.</summary>
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
