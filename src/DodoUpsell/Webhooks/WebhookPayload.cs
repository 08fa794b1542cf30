using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>The data of a delivery: the object of the API, with its name in <c>payload_type</c>. The objects themselves do not know that member.</summary>
internal static class WebhookPayload
{
    public const string TypeMember = "payload_type";

    /// <summary>The event for data of this type; null for an unknown type, or when the data does not fit it.</summary>
    public static WebhookEvent? Read(string? type, ReadOnlySpan<byte> data) => type switch
    {
        PaymentEvent.PayloadName => Read(data, DodoJsonContext.Default.Payment) is { } payment ? new PaymentEvent(payment) : null,
        SubscriptionEvent.PayloadName => Read(data, DodoJsonContext.Default.Subscription) is { } subscription ? new SubscriptionEvent(subscription) : null,
        RefundEvent.PayloadName => Read(data, DodoJsonContext.Default.Refund) is { } refund ? new RefundEvent(refund) : null,
        DisputeEvent.PayloadName => Read(data, DodoJsonContext.Default.Dispute) is { } dispute ? new DisputeEvent(dispute) : null,
        LicenseKeyEvent.PayloadName => Read(data, DodoJsonContext.Default.LicenseKey) is { } key ? new LicenseKeyEvent(key) : null,
        CreditEvent.PayloadName => Read(data, DodoJsonContext.Default.CreditLedgerEntry) is { } entry ? new CreditEvent(entry) : null,
        CreditBalanceLowEvent.PayloadName => Read(data, DodoJsonContext.Default.CreditBalanceLow) is { } balance ? new CreditBalanceLowEvent(balance) : null,
        AbandonedCheckoutEvent.PayloadName => Read(data, DodoJsonContext.Default.AbandonedCheckout) is { } checkout ? new AbandonedCheckoutEvent(checkout) : null,
        DunningEvent.PayloadName => Read(data, DodoJsonContext.Default.DunningAttempt) is { } attempt ? new DunningEvent(attempt) : null,
        EntitlementGrantEvent.PayloadName => Read(data, DodoJsonContext.Default.EntitlementGrant) is { } grant ? new EntitlementGrantEvent(grant) : null,
        PayoutEvent.PayloadName => Read(data, DodoJsonContext.Default.Payout) is { } payout ? new PayoutEvent(payout) : null,
        _ => null,
    };

    /// <summary>Writes the member <c>data</c> with its type.</summary>
    public static void Write<T>(Utf8JsonWriter writer, string type, T data, JsonTypeInfo<T> info)
        where T : ApiObject
    {
        writer.WritePropertyName("data"u8);
        writer.WriteStartObject();
        writer.WriteString(TypeMember, type);
        using (var members = JsonSerializer.SerializeToDocument(data, info))
        {
            foreach (var member in members.RootElement.EnumerateObject()) member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static T? Read<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> info)
        where T : ApiObject
    {
        try
        {
            var read = JsonSerializer.Deserialize(data, info);
            if (read?.ExtensionData is { } unknown && unknown.Remove(TypeMember) && unknown.Count == 0) read.ExtensionData = null;
            return read;
        }
        catch (JsonException)
        {
            // Not of the type it says; the caller keeps it as it came.
            return null;
        }
    }
}
