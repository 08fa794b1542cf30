using System.Text.Json;

namespace DodoUpsell.Http.Json;

/// <summary>Reads the value at the reader's current token, up to its last token.</summary>
internal delegate T? ReadJson<out T>(ref Utf8JsonReader reader);

/// <summary>Writes the members of an object, without the object's braces.</summary>
internal delegate void WriteJson<in T>(Utf8JsonWriter writer, T value);

/// <summary>
/// Reads and writes whole JSON documents with the generated code of the models. Nothing is looked up at run time, so
/// that an app pays only for the models that it uses.
/// </summary>
internal static class ModelJson
{
    [ThreadStatic]
    private static JsonBuffer? _idle;

    /// <exception cref="JsonException">The text is not JSON or does not match the type.</exception>
    public static T? Parse<T>(ReadOnlySpan<byte> json, ReadJson<T> read)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            var value = read(ref reader);

            // Throws if anything follows.
            reader.Read();
            return value;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new JsonException(e.Message, JsonPath.At(json, reader.TokenStartIndex), null, null, e);
        }
    }

    public static byte[] ToUtf8Bytes<T>(T value, WriteJson<T> writeMembers)
    {
        // Taken while it is in use, and not put back if writing fails.
        var buffer = _idle ?? new JsonBuffer();
        _idle = null;
        buffer.Writer.WriteStartObject();
        writeMembers(buffer.Writer, value);
        buffer.Writer.WriteEndObject();
        var json = buffer.TakeBytes();
        _idle = buffer;
        return json;
    }
}
