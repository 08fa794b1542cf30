using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the kind of value that a custom field of the checkout page accepts.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CustomFieldType>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CustomFieldType : IExtensibleValue<CustomFieldType>
{
    private readonly string? _value;

    /// <summary>Initializes a field type from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public CustomFieldType(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Any text.</summary>
    public static CustomFieldType Text => new("text");

    /// <summary>A number.</summary>
    public static CustomFieldType Number => new("number");

    /// <summary>An e-mail address.</summary>
    public static CustomFieldType Email => new("email");

    /// <summary>A URL.</summary>
    public static CustomFieldType Url => new("url");

    /// <summary>A date.</summary>
    public static CustomFieldType Date => new("date");

    /// <summary>One of <see cref="CustomField.Options"/>.</summary>
    public static CustomFieldType Dropdown => new("dropdown");

    /// <summary>A check box.</summary>
    public static CustomFieldType Boolean => new("boolean");

    /// <inheritdoc/>
    public static IReadOnlyList<CustomFieldType> KnownValues { get; } =
    [Text, Number, Email, Url, Date, Dropdown, Boolean];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CustomFieldType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CustomFieldType result) =>
        ExtensibleValue.TryParse(s, out result);
}
