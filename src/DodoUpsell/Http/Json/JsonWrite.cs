using System.Text.Json;

namespace DodoUpsell.Http.Json;

/// <summary>Writes members for the generated code of the models. Null members are omitted.</summary>
internal static class JsonWrite
{
    public static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    /// <summary>Writes an extensible value. The default value is written as null.</summary>
    public static void Value(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string value)
    {
        if (value.Length == 0)
            writer.WriteNull(name);
        else
            writer.WriteString(name, value);
    }

    public static void Element(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }

    public static void Object<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, WriteJson<T> writeMembers)
        where T : class
    {
        if (value is null)
            return;
        writer.WriteStartObject(name);
        writeMembers(writer, value);
        writer.WriteEndObject();
    }

    public static void List<T>(
        Utf8JsonWriter writer,
        ReadOnlySpan<byte> name,
        IReadOnlyList<T>? items,
        WriteJson<T> writeMembers
    )
        where T : class
    {
        if (items is null)
            return;
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            if (item is null)
            {
                writer.WriteNullValue();
                continue;
            }

            writer.WriteStartObject();
            writeMembers(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Values<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? values)
        where T : struct, IExtensibleValue<T>
    {
        if (values is null)
            return;
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value.Value is { Length: > 0 } text ? text : null);
        writer.WriteEndArray();
    }

    public static void Texts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
            return;
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    public static void Texts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, string>? texts)
    {
        if (texts is null)
            return;
        writer.WriteStartObject(name);
        foreach (var (key, text) in texts)
            writer.WriteString(key, text);
        writer.WriteEndObject();
    }

    public static void Metadata(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Metadata? metadata)
    {
        if (metadata is null)
            return;
        writer.WriteStartObject(name);
        Pairs(writer, metadata);
        writer.WriteEndObject();
    }

    public static void Pairs(Utf8JsonWriter writer, Metadata metadata)
    {
        foreach (var (key, value) in metadata)
        {
            writer.WritePropertyName(key);
            value.WriteTo(writer);
        }
    }

    /// <summary>Writes the members that the model has no property for.</summary>
    public static void Others(Utf8JsonWriter writer, Dictionary<string, JsonElement>? others)
    {
        if (others is null)
            return;
        foreach (var (name, value) in others)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }
}
