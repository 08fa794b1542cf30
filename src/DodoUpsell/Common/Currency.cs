using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>A currency by its ISO 4217 code in upper case; unknown codes survive.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<Currency>))]
[DebuggerDisplay("{Value,nq}")]
public readonly partial record struct Currency : IExtensibleValue<Currency>
{
    private readonly string? _value;

    /// <summary>The currency with this code.</summary>
    /// <exception cref="ArgumentException">The code is null or blank.</exception>
    public Currency(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>How many decimals the major unit has: 0 for JPY and its like, 3 for KWD and its like, 2 otherwise.</summary>
    /// <remarks>The API sends whole minor units, so this decides how they are shown and never how they are charged.</remarks>
    public int MinorUnitDigits => Value switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "JPY" or "KMF" or "KRW" or "MGA" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static Currency Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result) => ExtensibleValue.TryParse(s, out result);
}
