using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the tax category of a product, which determines the tax rate.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<TaxCategory>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct TaxCategory : IExtensibleValue<TaxCategory>
{
    private readonly string? _value;

    /// <summary>Initializes a tax category from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public TaxCategory(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Digital goods in general.</summary>
    public static TaxCategory DigitalProducts => new("digital_products");

    /// <summary>Software as a service.</summary>
    public static TaxCategory Saas => new("saas");

    /// <summary>Electronic books.</summary>
    public static TaxCategory EBook => new("e_book");

    /// <summary>Recorded courses and other education technology.</summary>
    public static TaxCategory Edtech => new("edtech");

    /// <summary>Live lessons.</summary>
    public static TaxCategory LiveTutoring => new("live_tutoring");

    /// <inheritdoc/>
    public static IReadOnlyList<TaxCategory> KnownValues { get; } =
    [DigitalProducts, Saas, EBook, Edtech, LiveTutoring];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static TaxCategory Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TaxCategory result) =>
        ExtensibleValue.TryParse(s, out result);
}
