using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>One POST with its signature. Every attempt is a new message, with a new time and current data.</summary>
internal sealed record WebhookMessage(
    Uri Url,
    string Id,
    string Timestamp,
    string Signature,
    byte[] Body,
    IReadOnlyDictionary<string, string> Headers
)
{
    public static WebhookMessage Create(EmulatorState state, WebhookDelivery delivery)
    {
        var envelope = new JsonObject
        {
            ["business_id"] = EmulatorState.BusinessId,
            ["type"] = delivery.Event.Type,
            ["timestamp"] = WireTime.Write(delivery.Event.Timestamp),
            ["data"] = delivery.Snapshot?.DeepClone() ?? state.Subjects.DataOf(delivery.Event),
        };
        var body = WireResponse.Json(envelope).Body.ToArray();
        var timestamp = state.SignatureTime.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = WebhookSignature.Header(
            delivery.Endpoint.ValidSecrets(state.Now),
            delivery.Id,
            timestamp,
            body
        );
        return new WebhookMessage(
            new Uri(delivery.Endpoint.Url),
            delivery.Id,
            timestamp,
            signature,
            body,
            delivery.Endpoint.Headers
        );
    }

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.ContentType = new(WireResponse.JsonType);
        request.Headers.TryAddWithoutValidation("webhook-id", Id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", Timestamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", Signature);
        foreach ((var name, var value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);

        return request;
    }
}
