using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Represents a request to update a webhook endpoint (<c>PATCH /webhooks/{webhook_id}</c>). Properties that are not set
/// are unchanged.
/// </summary>
public sealed record UpdateWebhookEndpointRequest : ApiObject
{
    /// <summary>Gets the URL to which deliveries are sent.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> Url { get; init; }

    /// <summary>Gets your description of the endpoint.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> Description { get; init; }

    /// <summary>Gets the event types to deliver.</summary>
    [JsonConverter(typeof(PatchConverter<IReadOnlyList<WebhookEventType>?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<IReadOnlyList<WebhookEventType>?> FilterTypes { get; init; }

    /// <summary>Gets whether deliveries are disabled.</summary>
    [JsonConverter(typeof(PatchConverter<bool?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<bool?> Disabled { get; init; }

    /// <summary>Gets the rate limit of deliveries, in a unit that is not documented.</summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> RateLimit { get; init; }

    /// <summary>
    /// Gets your own metadata for the endpoint, which replaces the existing metadata. Values must be strings. Use
    /// <see cref="DodoUpsell.Metadata.Empty"/> to clear it; null is refused.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<Metadata?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<Metadata?> Metadata { get; init; }

    internal void Validate()
    {
        if (Url.IsSet)
            Check.Url(Url.Value, nameof(Url));
        if (RateLimit.IsSet)
            Check.AtLeast(RateLimit.Value, 0, nameof(RateLimit));
        if (Metadata.IsSet)
            Check.TextMetadata(Check.NotNull(Metadata.Value, nameof(Metadata)), nameof(Metadata));
    }
}
