using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies how a discount is computed.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<DiscountType>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct DiscountType : IExtensibleValue<DiscountType>
{
    private readonly string? _value;

    /// <summary>Initializes a discount type from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public DiscountType(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>A fixed amount per currency, spread over the cart.</summary>
    public static DiscountType Flat => new("flat");

    /// <summary>A percentage of the price, in basis points.</summary>
    public static DiscountType Percentage => new("percentage");

    /// <inheritdoc/>
    public static IReadOnlyList<DiscountType> KnownValues { get; } = [Flat, Percentage];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DiscountType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DiscountType result) =>
        ExtensibleValue.TryParse(s, out result);
}
