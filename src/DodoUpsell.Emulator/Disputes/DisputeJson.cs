using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Disputes;

internal static class DisputeJson
{
    /// <summary>Returns the data of a webhook. It does not contain the payment's metadata.</summary>
    public static JsonObject Full(Dispute dispute)
    {
        var json = Row(dispute);
        json["brand_id"] = EmulatorState.BusinessId;
        json["customer"] = CustomerJson.Limited(dispute.Payment.Customer);
        json["payment_provider"] = "dodo";
        json["reason"] = dispute.Reason;
        return json;
    }

    /// <summary>Returns an element of the payment's own disputes.</summary>
    public static JsonObject Row(Dispute dispute) =>
        new()
        {
            ["dispute_id"] = dispute.Id,
            ["business_id"] = EmulatorState.BusinessId,
            ["payment_id"] = dispute.Payment.Id,
            // The contract defines the amount as text. Minor units are the emulator's choice, because the API documents
            // no unit.
            ["amount"] = dispute.Amount.ToString(CultureInfo.InvariantCulture),
            ["currency"] = dispute.Payment.Cart.Currency,
            ["dispute_stage"] = "dispute",
            ["dispute_status"] = StatusOf(dispute),
            ["is_resolved_by_rdr"] = false,
            ["remarks"] = null,
            ["created_at"] = WireTime.Write(dispute.CreatedAt),
        };

    public static string StatusOf(Dispute dispute) => $"dispute_{dispute.Status}";
}
