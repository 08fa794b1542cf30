using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Why a customer cancelled, in their own choice of words.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CancellationFeedback>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CancellationFeedback : IExtensibleValue<CancellationFeedback>
{
    private readonly string? _value;

    /// <summary>The feedback with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public CancellationFeedback(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>It costs too much.</summary>
    public static CancellationFeedback TooExpensive { get; } = new("too_expensive");

    /// <summary>It lacks something.</summary>
    public static CancellationFeedback MissingFeatures { get; } = new("missing_features");

    /// <summary>They went to another service.</summary>
    public static CancellationFeedback SwitchedService { get; } = new("switched_service");

    /// <summary>They do not use it.</summary>
    public static CancellationFeedback Unused { get; } = new("unused");

    /// <summary>They were not served well.</summary>
    public static CancellationFeedback CustomerService { get; } = new("customer_service");

    /// <summary>It is not good enough.</summary>
    public static CancellationFeedback LowQuality { get; } = new("low_quality");

    /// <summary>It is too complicated.</summary>
    public static CancellationFeedback TooComplex { get; } = new("too_complex");

    /// <summary>Another reason.</summary>
    public static CancellationFeedback Other { get; } = new("other");

    /// <inheritdoc/>
    public static IReadOnlyList<CancellationFeedback> KnownValues { get; } =
    [TooExpensive, MissingFeatures, SwitchedService, Unused, CustomerService, LowQuality, TooComplex, Other];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
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
