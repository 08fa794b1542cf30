using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Reads and writes an extensible value as text. <c>null</c> and blank text are read as the default value.
/// </summary>
internal sealed class ExtensibleValueConverter<T> : JsonConverter<T>
    where T : struct, IExtensibleValue<T>
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
            throw new JsonException($"A string was expected for {typeof(T).Name}, not {reader.TokenType}.");
        return JsonRead.Value(ref reader) is { } text ? T.Parse(text, null) : default;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Value.Length == 0)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(value.Value);
    }

    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => reader.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? T.Parse(text, null) : default;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
