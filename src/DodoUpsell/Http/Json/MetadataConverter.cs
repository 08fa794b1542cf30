using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

internal sealed class MetadataConverter : JsonConverter<Metadata>
{
    public override Metadata Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonRead.Metadata(ref reader)!;

    public override void Write(Utf8JsonWriter writer, Metadata value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        JsonWrite.Pairs(writer, value);
        writer.WriteEndObject();
    }
}
