using System.Text.Json;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Represents an event whose data is of a type unknown to this version of the SDK, or does not match its type. No data
/// is lost.
/// </summary>
/// <param name="Data">The unparsed data, or null if the delivery contains none.</param>
public sealed record UnknownWebhookEvent(JsonElement? Data) : WebhookEvent
{
    /// <summary>Gets the type that the data names, or an empty string if it names none.</summary>
    public override string PayloadType =>
        Data is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("payload_type"u8, out var type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : "";

    /// <summary>Gets an empty string, because the subject is unknown.</summary>
    public override string Subject => "";

    /// <summary>Returns whether the other event has an equal envelope and equal data.</summary>
    public bool Equals(UnknownWebhookEvent? other) =>
        base.Equals(other)
        && (
            Data is { } data
                ? other.Data is { } otherData && JsonElement.DeepEquals(data, otherData)
                : other.Data is null
        );

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Data?.ValueKind);

    private protected override void WriteData(Utf8JsonWriter writer)
    {
        if (Data is not { } data)
            return;
        writer.WritePropertyName("data"u8);
        data.WriteTo(writer);
    }
}
