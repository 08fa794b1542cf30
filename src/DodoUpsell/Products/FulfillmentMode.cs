using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies how license keys are issued.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<FulfillmentMode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct FulfillmentMode : IExtensibleValue<FulfillmentMode>
{
    private readonly string? _value;

    /// <summary>Initializes a fulfilment mode from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public FulfillmentMode(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Generated and delivered by Dodo Payments.</summary>
    public static FulfillmentMode Auto => new("auto");

    /// <summary>Issued by you.</summary>
    public static FulfillmentMode Manual => new("manual");

    /// <inheritdoc/>
    public static IReadOnlyList<FulfillmentMode> KnownValues { get; } = [Auto, Manual];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static FulfillmentMode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FulfillmentMode result) =>
        ExtensibleValue.TryParse(s, out result);
}
