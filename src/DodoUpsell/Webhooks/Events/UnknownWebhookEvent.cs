using System.Text.Json;

namespace DodoUpsell.Webhooks;

/// <summary>
/// An event whose data this version of the SDK has no type for, or whose data does not fit it. Nothing of it is lost.
/// </summary>
/// <param name="Data">The data as it came; null when there was none.</param>
public sealed record UnknownWebhookEvent(JsonElement? Data) : WebhookEvent
{
    /// <summary>Gets what the data says it is; empty when it does not.</summary>
    public override string PayloadType =>
        Data is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("payload_type"u8, out var type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : "";

    /// <summary>Empty: what it is about is not known.</summary>
    public override string Subject => "";

    /// <summary>Equal with equal envelopes and equal data.</summary>
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
