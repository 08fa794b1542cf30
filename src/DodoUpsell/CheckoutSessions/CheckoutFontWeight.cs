using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the text weight of the checkout page.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CheckoutFontWeight>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CheckoutFontWeight : IExtensibleValue<CheckoutFontWeight>
{
    private readonly string? _value;

    /// <summary>Initializes a text weight from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public CheckoutFontWeight(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Regular.</summary>
    public static CheckoutFontWeight Normal => new("normal");

    /// <summary>Medium.</summary>
    public static CheckoutFontWeight Medium => new("medium");

    /// <summary>Bold.</summary>
    public static CheckoutFontWeight Bold => new("bold");

    /// <summary>Extra bold.</summary>
    public static CheckoutFontWeight ExtraBold => new("extraBold");

    /// <inheritdoc/>
    public static IReadOnlyList<CheckoutFontWeight> KnownValues { get; } = [Normal, Medium, Bold, ExtraBold];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CheckoutFontWeight Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CheckoutFontWeight result
    ) => ExtensibleValue.TryParse(s, out result);
}
