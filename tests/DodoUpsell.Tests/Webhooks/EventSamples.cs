using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.Tests.Models;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks;

/// <summary>Bodies of deliveries for every event type of the contract.</summary>
internal static class EventSamples
{
    /// <summary>The name that the API gives to each data, by its schema, and what it is read as.</summary>
    public static readonly IReadOnlyDictionary<string, (string PayloadType, Type Event)> Payloads = new Dictionary<
        string,
        (string, Type)
    >(StringComparer.Ordinal)
    {
        ["PaymentResponse"] = ("Payment", typeof(PaymentEvent)),
        ["SubscriptionResponse"] = ("Subscription", typeof(SubscriptionEvent)),
        ["RefundResponse"] = ("Refund", typeof(RefundEvent)),
        ["DisputeResponse"] = ("Dispute", typeof(DisputeEvent)),
        ["LicenseKeyResponse"] = ("LicenseKey", typeof(LicenseKeyEvent)),
        ["CreditLedgerEntryResponse"] = ("CreditLedgerEntry", typeof(CreditEvent)),
        ["CreditBalanceLowPayload"] = ("CreditBalanceLow", typeof(CreditBalanceLowEvent)),
        ["AbandonedCheckoutPayload"] = ("AbandonedCheckout", typeof(AbandonedCheckoutEvent)),
        ["DunningAttemptPayload"] = ("DunningAttempt", typeof(DunningEvent)),
        ["EntitlementGrantResponse"] = ("EntitlementGrant", typeof(EntitlementGrantEvent)),
        ["PayoutsResponse"] = ("Payout", typeof(PayoutEvent)),
    };

    public static IEnumerable<string> Types => Contract.Webhooks.Select(pair => pair.Key);

    public static string SchemaOf(string type) =>
        Contract.Reference(
            Contract.Webhooks[type is "subscription.past_due" ? "subscription.active" : type]!["properties"]!["data"]!
        )!;

    public static JsonObject Of(string type, bool unknownValues = false, bool unknownMembers = false)
    {
        var schema = SchemaOf(type);
        var data = new Samples(unknownValues, unknownMembers).Of(schema);
        data.Insert(data.Count / 2, "payload_type", Payloads[schema].PayloadType);
        var envelope = new JsonObject
        {
            ["data"] = data,
            ["timestamp"] = "2026-08-11T09:30:05.123456Z",
            ["type"] = type,
            ["business_id"] = "bus_÷1",
        };
        if (unknownMembers)
            envelope["trace"] = JsonNode.Parse("""{ "deep": [1, 2.5, null, "x"] }""");
        return envelope;
    }

    public static byte[] Utf8(this JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    public static WebhookEvent Read(string json) => WebhookEvent.Parse(Encoding.UTF8.GetBytes(json));

    public static string Written(this WebhookEvent webhookEvent) => Encoding.UTF8.GetString(webhookEvent.ToUtf8Bytes());
}
