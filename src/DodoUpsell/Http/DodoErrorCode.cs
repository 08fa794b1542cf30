using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Represents the code of an API error, such as <c>NOT_FOUND</c>. Codes unknown to this version are preserved.
/// </summary>
/// <remarks>Base decisions on the code, never on the message, which is free text.</remarks>
[JsonConverter(typeof(ExtensibleValueConverter<DodoErrorCode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly partial record struct DodoErrorCode : IExtensibleValue<DodoErrorCode>
{
    private readonly string? _value;

    /// <summary>Creates a code from its text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public DodoErrorCode(string value) => _value = ExtensibleValue.Require(value);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the code.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DodoErrorCode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DodoErrorCode result) =>
        ExtensibleValue.TryParse(s, out result);
}
