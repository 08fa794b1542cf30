using System.Text;
using System.Text.Json;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Reads values for the generated code of the models. Null in place of a required number, Boolean or timestamp is read
/// as the default value, because it must not cause a paid order to be lost.
/// </summary>
internal static class JsonRead
{
    /// <summary>Returns false if the value is null instead of an object.</summary>
    public static bool StartsObject(ref Utf8JsonReader reader, string type) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.Null => false,
            _ => throw new JsonException($"An object was expected for {type}, not {reader.TokenType}."),
        };

    /// <summary>Returns the unescaped name of the current member.</summary>
    public static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped || reader.HasValueSequence
            ? Encoding.UTF8.GetBytes(reader.GetString()!)
            : reader.ValueSpan;

    /// <summary>Keeps a member that the model has no property for.</summary>
    public static void Other(
        ref Utf8JsonReader reader,
        scoped ReadOnlySpan<byte> name,
        ref Dictionary<string, JsonElement>? others
    ) => (others ??= new(StringComparer.Ordinal))[Encoding.UTF8.GetString(name)] = JsonElement.ParseValue(ref reader);

    /// <exception cref="JsonException">The member that identifies the object is missing.</exception>
    public static void Require(bool isPresent, string name)
    {
        // The words of the serializer, by which a response is recognised that cannot be identified.
        if (!isPresent)
            throw new JsonException($"The object is missing required properties including: '{name}'.");
    }

    public static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    public static string? Text(ref Utf8JsonReader reader) => reader.GetString();

    public static int Int32(ref Utf8JsonReader reader) => IsNull(ref reader) ? 0 : reader.GetInt32();

    public static long Int64(ref Utf8JsonReader reader) => IsNull(ref reader) ? 0 : reader.GetInt64();

    public static double Double(ref Utf8JsonReader reader) => IsNull(ref reader) ? 0 : reader.GetDouble();

    public static bool Boolean(ref Utf8JsonReader reader) => !IsNull(ref reader) && reader.GetBoolean();

    public static DateTimeOffset Time(ref Utf8JsonReader reader) =>
        IsNull(ref reader) ? default : reader.GetDateTimeOffset().ToUniversalTime();

    /// <summary>Returns the text of an extensible value, or null if there is none or it is blank.</summary>
    public static string? Value(ref Utf8JsonReader reader)
    {
        if (IsNull(ref reader))
            return null;
        var text =
            reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence
                ? ValueTexts.Find(reader.ValueSpan) ?? ValueTexts.Keep(reader.GetString()!)
                : reader.GetString();
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public static IReadOnlyList<T>? List<T>(ref Utf8JsonReader reader, ReadJson<T> read)
        where T : class
    {
        if (!StartsArray(ref reader))
            return null;
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(read(ref reader)!);
        return list;
    }

    public static IReadOnlyList<T>? Values<T>(ref Utf8JsonReader reader)
        where T : struct, IExtensibleValue<T>
    {
        if (!StartsArray(ref reader))
            return null;
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(Value(ref reader) is { } text ? T.Parse(text, null) : default);
        return list;
    }

    public static IReadOnlyDictionary<string, string>? Texts(ref Utf8JsonReader reader)
    {
        if (!StartsObject(ref reader, "a dictionary"))
            return null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            texts[key] = reader.GetString()!;
        }

        return texts;
    }

    public static Metadata? Metadata(ref Utf8JsonReader reader)
    {
        if (!StartsObject(ref reader, "metadata"))
            return null;
        Dictionary<string, MetadataValue>? pairs = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            (pairs ??= new(StringComparer.Ordinal))[key] = MetadataValue.FromJson(ref reader);
        }

        return pairs is null ? DodoUpsell.Metadata.Empty : new Metadata(pairs);
    }

    private static bool StartsArray(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.StartArray => true,
            JsonTokenType.Null => false,
            _ => throw new JsonException($"A list was expected, not {reader.TokenType}."),
        };
}
