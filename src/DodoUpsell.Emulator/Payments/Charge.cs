using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Payments;

/// <summary>A successful charge, as tests count them.</summary>
internal sealed record Charge(
    string PaymentId,
    string CustomerId,
    int Amount,
    string Currency,
    DateTimeOffset CreatedAt,
    JsonObject Metadata
)
{
    public JsonObject ToJson() =>
        new()
        {
            ["payment_id"] = PaymentId,
            ["customer_id"] = CustomerId,
            ["amount"] = Amount,
            ["currency"] = Currency,
            ["created_at"] = WireTime.Write(CreatedAt),
            ["metadata"] = Metadata.DeepClone(),
        };
}
