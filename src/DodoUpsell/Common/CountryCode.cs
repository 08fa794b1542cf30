using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Represents a country by its ISO 3166-1 alpha-2 code in upper case. Unknown codes are preserved.</summary>
/// <remarks><c>GET /checkout/supported_countries</c> lists the countries that can be sold to.</remarks>
[JsonConverter(typeof(ExtensibleValueConverter<CountryCode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly partial record struct CountryCode : IExtensibleValue<CountryCode>
{
    private readonly string? _value;

    /// <summary>Creates a country from its code.</summary>
    /// <exception cref="ArgumentException">The code is null or blank.</exception>
    public CountryCode(string value) => _value = ExtensibleValue.Require(value);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the code.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CountryCode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CountryCode result) =>
        ExtensibleValue.TryParse(s, out result);
}
