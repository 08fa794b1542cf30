using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

internal sealed class MetadataConverter : JsonConverter<Metadata>
{
    public override Metadata Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"An object was expected for metadata, not {reader.TokenType}.");
        Dictionary<string, MetadataValue>? pairs = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            (pairs ??= new(StringComparer.Ordinal))[key] = MetadataValue.FromJson(ref reader);
        }

        return pairs is null ? Metadata.Empty : new Metadata(pairs);
    }

    public override void Write(Utf8JsonWriter writer, Metadata value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in value)
        {
            writer.WritePropertyName(key);
            item.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
