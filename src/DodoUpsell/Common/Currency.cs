using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>A currency by its ISO 4217 code in upper case.</summary>
/// <remarks>
/// Any three letters are accepted, known or not. What the API sends is read unchanged, whatever it is.
/// </remarks>
[JsonConverter(typeof(ExtensibleValueConverter<Currency>))]
[DebuggerDisplay("{Value,nq}")]
public readonly partial record struct Currency : IExtensibleValue<Currency>
{
    /// <summary>The currency with this code.</summary>
    /// <param name="value">The three letters of ISO 4217 in upper case, such as <c>USD</c>.</param>
    /// <exception cref="ArgumentException">The code is null, blank or not three letters in upper case.</exception>
    public Currency(string value) =>
        Text = IsCode(ExtensibleValue.Require(value))
            ? value
            : throw new ArgumentException(
                $"A currency is the three letters of its ISO 4217 code in upper case, such as USD, not "
                    + $"'{Shortened(value)}'.",
                nameof(value)
            );

    /// <summary>
    /// Gets how many decimals the major unit has: 0 for JPY and its like, 3 for KWD and its like, 2 otherwise.
    /// </summary>
    /// <remarks>
    /// The API sends whole minor units, so this decides how they are shown and never how they are charged.
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

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    /// <summary>
    /// The currency with this code, read as the API sends it: any text that is not blank survives unchanged.
    /// </summary>
    /// <exception cref="ArgumentException">The code is null or blank.</exception>
    public static Currency Parse(string s, IFormatProvider? provider) => new() { Text = ExtensibleValue.Require(s) };

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result) =>
        ExtensibleValue.TryParse(s, out result);

    private static bool IsCode(string value) => value.Length == 3 && value.All(char.IsAsciiLetterUpper);

    private static string Shortened(string value) => value.Length <= 20 ? value : value[..20] + "…";
}
