using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>Converts a charge key to and from its text.</summary>
internal sealed class ChargeKeyConverter : JsonConverter<ChargeKey>
{
    public override ChargeKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String
                ? new ChargeKey(reader.GetString()!)
                : throw new JsonException("A charge key must be a string.");
        }
        catch (ArgumentException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, ChargeKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
