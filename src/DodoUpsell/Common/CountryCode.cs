using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>A country by its ISO 3166-1 alpha-2 code in upper case; unknown codes survive.</summary>
/// <remarks>Those that can be sold to are listed by <c>GET /checkout/supported_countries</c>.</remarks>
[JsonConverter(typeof(ExtensibleValueConverter<CountryCode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly partial record struct CountryCode : IExtensibleValue<CountryCode>
{
    private readonly string? _value;

    /// <summary>The country with this code.</summary>
    /// <exception cref="ArgumentException">The code is null or blank.</exception>
    public CountryCode(string value) => _value = ExtensibleValue.Require(value);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CountryCode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CountryCode result) =>
        ExtensibleValue.TryParse(s, out result);
}
