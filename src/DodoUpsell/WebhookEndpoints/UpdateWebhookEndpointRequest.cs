using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// What to change about an address for events (<c>PATCH /webhooks/{webhook_id}</c>). What is not set stays as it is.
/// </summary>
public sealed record UpdateWebhookEndpointRequest : ApiObject
{
    /// <summary>Gets where deliveries go.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> Url { get; init; }

    /// <summary>Your description.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> Description { get; init; }

    /// <summary>Gets the only events to deliver.</summary>
    [JsonConverter(typeof(PatchConverter<IReadOnlyList<WebhookEventType>?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<IReadOnlyList<WebhookEventType>?> FilterTypes { get; init; }

    /// <summary>Gets whether deliveries are switched off.</summary>
    [JsonConverter(typeof(PatchConverter<bool?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<bool?> Disabled { get; init; }

    /// <summary>Gets how fast it takes deliveries at most, in a unit that is not documented.</summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> RateLimit { get; init; }

    /// <summary>
    /// Replaces your data on the endpoint; texts only. Clear it with <see cref="DodoUpsell.Metadata.Empty"/>: null is
    /// refused.
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
