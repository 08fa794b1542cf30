using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Represents a currency by its ISO 4217 code in upper case.</summary>
/// <remarks>
/// The constructor accepts any three letters, whether known or not. Values from the API are preserved unchanged.
/// </remarks>
[JsonConverter(typeof(ExtensibleValueConverter<Currency>))]
[DebuggerDisplay("{Value,nq}")]
public readonly partial record struct Currency : IExtensibleValue<Currency>
{
    /// <summary>Creates a currency from its code.</summary>
    /// <param name="value">The three upper-case letters of the ISO 4217 code, such as <c>USD</c>.</param>
    /// <exception cref="ArgumentException">The code is null, blank or not three upper-case letters.</exception>
    public Currency(string value) =>
        Text = IsCode(ExtensibleValue.Require(value))
            ? value
            : throw new ArgumentException(
                $"A currency must be the three upper-case letters of an ISO 4217 code, such as USD, not "
                    + $"'{Shortened(value)}'.",
                nameof(value)
            );

    /// <summary>
    /// Gets the number of decimals of the major unit: 0 for currencies such as JPY, 3 for currencies such as KWD,
    /// otherwise 2.
    /// </summary>
    /// <remarks>
    /// The API uses whole minor units, so this affects only how amounts are displayed, never how they are charged.
    /// </remarks>
    public int MinorUnitDigits =>
        Value switch
        {
            "BIF"
            or "CLP"
            or "DJF"
            or "GNF"
            or "JPY"
            or "KMF"
            or "KRW"
            or "MGA"
            or "PYG"
            or "RWF"
            or "UGX"
            or "VND"
            or "VUV"
            or "XAF"
            or "XOF"
            or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            _ => 2,
        };

    /// <inheritdoc/>
    public string Value => Text ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    private string? Text { get; init; }

    /// <summary>Returns the code.</summary>
    public override string ToString() => Value;

    /// <summary>Creates a currency from a code of the API. Any text that is not blank is preserved unchanged.</summary>
    /// <exception cref="ArgumentException">The code is null or blank.</exception>
    public static Currency Parse(string s, IFormatProvider? provider) => new() { Text = ExtensibleValue.Require(s) };

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result) =>
        ExtensibleValue.TryParse(s, out result);

    private static bool IsCode(string value) => value is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    private static string Shortened(string value) => value.Length <= 20 ? value : value[..20] + "…";
}
