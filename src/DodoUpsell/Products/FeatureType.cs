using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the kind of capability that a feature flag grants.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<FeatureType>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct FeatureType : IExtensibleValue<FeatureType>
{
    private readonly string? _value;

    /// <summary>Initializes a feature type from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public FeatureType(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>A capability that is either on or off.</summary>
    public static FeatureType Boolean => new("boolean");

    /// <inheritdoc/>
    public static IReadOnlyList<FeatureType> KnownValues { get; } = [Boolean];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static FeatureType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FeatureType result) =>
        ExtensibleValue.TryParse(s, out result);
}
