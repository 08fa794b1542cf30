using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>A charge key is its text.</summary>
internal sealed class ChargeKeyConverter : JsonConverter<ChargeKey>
{
    public override ChargeKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String
                ? new ChargeKey(reader.GetString()!)
                : throw new JsonException("A charge key is text.");
        }
        catch (ArgumentException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, ChargeKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
