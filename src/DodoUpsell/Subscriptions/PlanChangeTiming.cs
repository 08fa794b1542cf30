using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies when a plan change takes effect.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<PlanChangeTiming>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PlanChangeTiming : IExtensibleValue<PlanChangeTiming>
{
    private readonly string? _value;

    /// <summary>Initializes a timing from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public PlanChangeTiming(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Immediately. The default.</summary>
    public static PlanChangeTiming Immediately => new("immediately");

    /// <summary>At the next renewal. Nothing is charged now.</summary>
    public static PlanChangeTiming NextBillingDate => new("next_billing_date");

    /// <inheritdoc/>
    public static IReadOnlyList<PlanChangeTiming> KnownValues { get; } = [Immediately, NextBillingDate];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PlanChangeTiming Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out PlanChangeTiming result
    ) => ExtensibleValue.TryParse(s, out result);
}
