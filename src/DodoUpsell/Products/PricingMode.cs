using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>How a product's price is localised; a product without localised prices has none.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<PricingMode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PricingMode : IExtensibleValue<PricingMode>
{
    private readonly string? _value;

    /// <summary>The mode with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public PricingMode(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>A price per currency.</summary>
    public static PricingMode ByCurrency { get; } = new("by_currency");

    /// <summary>A price per country.</summary>
    public static PricingMode ByCountry { get; } = new("by_country");

    /// <inheritdoc/>
    public static IReadOnlyList<PricingMode> KnownValues { get; } = [ByCurrency, ByCountry];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PricingMode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PricingMode result) =>
        ExtensibleValue.TryParse(s, out result);
}
