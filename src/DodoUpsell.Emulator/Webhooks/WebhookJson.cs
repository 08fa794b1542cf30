using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Webhooks;

internal static class WebhookJson
{
    public static JsonObject Endpoint(WebhookEndpoint endpoint) =>
        new()
        {
            ["id"] = endpoint.Id,
            ["url"] = endpoint.Url,
            ["description"] = endpoint.Description,
            ["disabled"] = endpoint.IsDisabled,
            ["filter_types"] = endpoint.FilterTypes.Count == 0 ? null : Texts(endpoint.FilterTypes),
            ["metadata"] = endpoint.Metadata.DeepClone(),
            ["rate_limit"] = endpoint.RateLimit,
            ["created_at"] = WireTime.Write(endpoint.CreatedAt),
            ["updated_at"] = WireTime.Write(endpoint.UpdatedAt),
        };

    /// <summary>Returns an endpoint with the members that only the control calls show.</summary>
    public static JsonObject Controlled(WebhookEndpoint endpoint)
    {
        var json = Endpoint(endpoint);
        json["secret"] = endpoint.Secret;
        json["shuffle"] = endpoint.Shuffle;
        json["duplicate"] = endpoint.Duplicate;
        return json;
    }

    public static JsonObject Delivery(WebhookDelivery delivery) =>
        new()
        {
            ["id"] = delivery.Id,
            ["type"] = delivery.Event.Type,
            ["subject_id"] = delivery.Event.SubjectId,
            ["timestamp"] = WireTime.Write(delivery.Event.Timestamp),
            ["endpoint_id"] = delivery.Endpoint.Id,
            ["url"] = delivery.Endpoint.Url,
            ["status"] = delivery.Status,
            ["next_attempt_at"] = WireTime.Write(delivery.NextAttemptAt),
            ["attempts"] = new JsonArray([.. delivery.Attempts.Select(Attempt)]),
        };

    private static JsonNode Attempt(WebhookAttempt attempt) =>
        new JsonObject
        {
            ["at"] = WireTime.Write(attempt.At),
            ["status"] = attempt.Status,
            ["answer"] = attempt.Answer,
            ["error"] = attempt.Error,
        };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
