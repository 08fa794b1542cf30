using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// The code of an API error, such as <c>NOT_FOUND</c>; codes that this version does not know survive.
/// </summary>
/// <remarks>Decide by the code and never by the message, which is free text.</remarks>
[JsonConverter(typeof(ExtensibleValueConverter<DodoErrorCode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly partial record struct DodoErrorCode : IExtensibleValue<DodoErrorCode>
{
    private readonly string? _value;

    /// <summary>The code with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public DodoErrorCode(string value) => _value = ExtensibleValue.Require(value);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DodoErrorCode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DodoErrorCode result) =>
        ExtensibleValue.TryParse(s, out result);
}
