using System.Globalization;
using System.Text.Json;

namespace DodoUpsell;

/// <summary>
/// A value of <see cref="Metadata"/>: text, a whole number, a number or a truth value. Its type survives the round
/// trip.
/// </summary>
public readonly record struct MetadataValue
{
    private readonly object? _value;

    private MetadataValue(object? value) => _value = value;

    /// <summary>Text, at most 500 characters.</summary>
    public static implicit operator MetadataValue(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new((object)value);
    }

    /// <summary>A whole number of 64 bits.</summary>
    public static implicit operator MetadataValue(long value) => new((object)value);

    /// <summary>A number of double precision; it must be finite.</summary>
    public static implicit operator MetadataValue(double value) =>
        double.IsFinite(value)
            ? new((object)value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Metadata takes finite numbers only.");

    /// <summary>A truth value.</summary>
    public static implicit operator MetadataValue(bool value) => new((object)value);

    /// <summary>The text, or null when the value is of another type.</summary>
    public string? AsString() => _value as string;

    /// <summary>The whole number, or null when the value is of another type.</summary>
    public long? AsInt64() => _value as long?;

    /// <summary>The number, whole ones included, or null when the value is of another type.</summary>
    public double? AsDouble() => _value is long whole ? whole : _value as double?;

    /// <summary>The truth value, or null when the value is of another type.</summary>
    public bool? AsBoolean() => _value as bool?;

    /// <summary>The value as text, the same in every culture.</summary>
    public override string ToString() =>
        _value switch
        {
            string text => text,
            bool truth => truth ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            JsonElement other => other.GetRawText(),
            _ => "",
        };

    // Null, objects and arrays are not documented, but must not lose an order when they come.
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
