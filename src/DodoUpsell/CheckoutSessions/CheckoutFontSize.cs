using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the text size of the checkout page.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CheckoutFontSize>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CheckoutFontSize : IExtensibleValue<CheckoutFontSize>
{
    private readonly string? _value;

    /// <summary>Initializes a text size from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public CheckoutFontSize(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Extra small.</summary>
    public static CheckoutFontSize Xs => new("xs");

    /// <summary>Small.</summary>
    public static CheckoutFontSize Sm => new("sm");

    /// <summary>Medium.</summary>
    public static CheckoutFontSize Md => new("md");

    /// <summary>Large.</summary>
    public static CheckoutFontSize Lg => new("lg");

    /// <summary>Extra large.</summary>
    public static CheckoutFontSize Xl => new("xl");

    /// <summary>Double extra large.</summary>
    public static CheckoutFontSize Xxl => new("2xl");

    /// <inheritdoc/>
    public static IReadOnlyList<CheckoutFontSize> KnownValues { get; } = [Xs, Sm, Md, Lg, Xl, Xxl];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CheckoutFontSize Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CheckoutFontSize result
    ) => ExtensibleValue.TryParse(s, out result);
}
