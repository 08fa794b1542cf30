using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Converts timestamps in RFC 3339 format and UTC. The API requires the trailing <c>Z</c>, where the serializer would
/// write <c>+00:00</c>. Null is read as the default value.
/// </summary>
internal sealed class UtcDateTimeConverter : JsonConverter<DateTimeOffset>
{
    // As for numbers, a null in place of a required timestamp must not cause a paid order to be lost.
    public override bool HandleNull => true;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : reader.GetDateTimeOffset().ToUniversalTime();

    // A DateTime of kind Utc is written with Z and the necessary number of fraction digits.
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
