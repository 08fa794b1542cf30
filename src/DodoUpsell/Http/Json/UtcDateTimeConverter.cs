using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Timestamps are RFC 3339 in UTC; the API insists on the trailing <c>Z</c> where the serializer would write
/// <c>+00:00</c>. Null is the default.
/// </summary>
internal sealed class UtcDateTimeConverter : JsonConverter<DateTimeOffset>
{
    // As for numbers: a null where the contract promises a moment must not lose a paid order.
    public override bool HandleNull => true;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : reader.GetDateTimeOffset().ToUniversalTime();

    // A DateTime of kind Utc is written with Z and as many fraction digits as it needs.
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
