using System.Globalization;
using System.Text.Json;

namespace DodoUpsell;

/// <summary>
/// Represents a value of <see cref="Metadata"/>: a string, an integer, a number or a Boolean. The type is preserved
/// when it is sent and read back.
/// </summary>
public readonly record struct MetadataValue
{
    private readonly object? _value;

    private MetadataValue(object? value) => _value = value;

    /// <summary>Converts a string of at most 500 characters to a value.</summary>
    public static implicit operator MetadataValue(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new((object)value);
    }

    /// <summary>Converts a 64-bit integer to a value.</summary>
    public static implicit operator MetadataValue(long value) => new((object)value);

    /// <summary>Converts a double to a value. It must be finite.</summary>
    public static implicit operator MetadataValue(double value) =>
        double.IsFinite(value)
            ? new((object)value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A metadata value must be a finite number.");

    /// <summary>Converts a Boolean to a value.</summary>
    public static implicit operator MetadataValue(bool value) => new((object)value);

    /// <summary>Returns the string, or null if the value has another type.</summary>
    public string? AsString() => _value as string;

    /// <summary>Returns the integer, or null if the value has another type.</summary>
    public long? AsInt64() => _value as long?;

    /// <summary>Returns the number, including integers, or null if the value has another type.</summary>
    public double? AsDouble() => _value is long whole ? whole : _value as double?;

    /// <summary>Returns the Boolean, or null if the value has another type.</summary>
    public bool? AsBoolean() => _value as bool?;

    /// <summary>Returns the value as text, the same in every culture.</summary>
    public override string ToString() =>
        _value switch
        {
            string text => text,
            bool truth => truth ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            JsonElement other => other.GetRawText(),
            _ => "",
        };

    // Null, objects and arrays are not documented, but receiving one must not cause an order to be lost.
    internal static MetadataValue FromJson(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new((object?)reader.GetString()),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number when reader.TryGetInt64(out var whole) => whole,
            JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number) => number,
            _ => new((object)JsonElement.ParseValue(ref reader)),
        };

    internal void WriteTo(Utf8JsonWriter writer)
    {
        switch (_value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case JsonElement other:
                other.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
