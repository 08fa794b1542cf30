using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the stage of a dispute.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<DisputeStage>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct DisputeStage : IExtensibleValue<DisputeStage>
{
    private readonly string? _value;

    /// <summary>Initializes a stage from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public DisputeStage(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>An inquiry before a formal dispute.</summary>
    public static DisputeStage PreDispute => new("pre_dispute");

    /// <summary>A formal dispute (chargeback).</summary>
    public static DisputeStage Dispute => new("dispute");

    /// <summary>A second contest of the dispute, before the card scheme decides.</summary>
    public static DisputeStage PreArbitration => new("pre_arbitration");

    /// <inheritdoc/>
    public static IReadOnlyList<DisputeStage> KnownValues { get; } = [PreDispute, Dispute, PreArbitration];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DisputeStage Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DisputeStage result) =>
        ExtensibleValue.TryParse(s, out result);
}
