using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Represents the error code of a failed payment, as in <see cref="Payment.ErrorCode"/>. Codes unknown to this version
/// are preserved.
/// </summary>
/// <remarks>
/// Do not show codes to customers: some of them must not be disclosed. <see cref="DeclineReason.Of(DeclineCode)"/>
/// returns the meaning of a code.
/// </remarks>
[JsonConverter(typeof(ExtensibleValueConverter<DeclineCode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly partial record struct DeclineCode : IExtensibleValue<DeclineCode>
{
    private readonly string? _value;

    /// <summary>Creates a code from its text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public DeclineCode(string value) => _value = ExtensibleValue.Require(value);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the code.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DeclineCode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeclineCode result) =>
        ExtensibleValue.TryParse(s, out result);
}
