using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Refunds;

internal static class RefundJson
{
    public static JsonObject Full(Refund refund)
    {
        var json = Row(refund);
        json["brand_id"] = EmulatorState.BusinessId;
        json["customer"] = CustomerJson.Limited(refund.Payment.Customer);
        json["metadata"] = refund.Metadata.DeepClone();
        return json;
    }

    /// <summary>Returns a row of a list, and of the payment's own refunds.</summary>
    public static JsonObject Row(Refund refund) =>
        new()
        {
            ["refund_id"] = refund.Id,
            ["business_id"] = EmulatorState.BusinessId,
            ["payment_id"] = refund.Payment.Id,
            ["amount"] = refund.Amount,
            ["currency"] = refund.Payment.Cart.Currency,
            ["is_partial"] = refund.IsPartial,
            ["reason"] = refund.Reason,
            ["status"] = refund.Status,
            ["created_at"] = WireTime.Write(refund.CreatedAt),
        };
}
