using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Why a payment failed, as in <see cref="Payment.ErrorCode"/>; codes that this version does not know survive.
/// </summary>
/// <remarks>
/// Not for customers: some codes must not be told. <see cref="DeclineReason.Of(DeclineCode)"/> says what a code means.
/// </remarks>
[JsonConverter(typeof(ExtensibleValueConverter<DeclineCode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly partial record struct DeclineCode : IExtensibleValue<DeclineCode>
{
    private readonly string? _value;

    /// <summary>The code with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public DeclineCode(string value) => _value = ExtensibleValue.Require(value);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DeclineCode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeclineCode result) =>
        ExtensibleValue.TryParse(s, out result);
}
