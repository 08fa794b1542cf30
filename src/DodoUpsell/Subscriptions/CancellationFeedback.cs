using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies why a customer cancelled, as selected by the customer.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CancellationFeedback>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CancellationFeedback : IExtensibleValue<CancellationFeedback>
{
    private readonly string? _value;

    /// <summary>Initializes a feedback value from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public CancellationFeedback(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The price is too high.</summary>
    public static CancellationFeedback TooExpensive => new("too_expensive");

    /// <summary>Features are missing.</summary>
    public static CancellationFeedback MissingFeatures => new("missing_features");

    /// <summary>The customer switched to another service.</summary>
    public static CancellationFeedback SwitchedService => new("switched_service");

    /// <summary>The customer does not use it.</summary>
    public static CancellationFeedback Unused => new("unused");

    /// <summary>The customer service was poor.</summary>
    public static CancellationFeedback CustomerService => new("customer_service");

    /// <summary>The quality is too low.</summary>
    public static CancellationFeedback LowQuality => new("low_quality");

    /// <summary>It is too complex.</summary>
    public static CancellationFeedback TooComplex => new("too_complex");

    /// <summary>Another reason.</summary>
    public static CancellationFeedback Other => new("other");

    /// <inheritdoc/>
    public static IReadOnlyList<CancellationFeedback> KnownValues { get; } =
    [TooExpensive, MissingFeatures, SwitchedService, Unused, CustomerService, LowQuality, TooComplex, Other];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CancellationFeedback Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CancellationFeedback result
    ) => ExtensibleValue.TryParse(s, out result);
}
