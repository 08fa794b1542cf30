using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Specifies how the price of a product is localised. A product without localised prices has no pricing mode.
/// </summary>
[JsonConverter(typeof(ExtensibleValueConverter<PricingMode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PricingMode : IExtensibleValue<PricingMode>
{
    private readonly string? _value;

    /// <summary>Initializes a pricing mode from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public PricingMode(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>A price per currency.</summary>
    public static PricingMode ByCurrency => new("by_currency");

    /// <summary>A price per country.</summary>
    public static PricingMode ByCountry => new("by_country");

    /// <inheritdoc/>
    public static IReadOnlyList<PricingMode> KnownValues { get; } = [ByCurrency, ByCountry];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PricingMode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PricingMode result) =>
        ExtensibleValue.TryParse(s, out result);
}
