using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies whether credits are prorated when the plan changes within a billing period.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CreditProrationBehavior>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CreditProrationBehavior : IExtensibleValue<CreditProrationBehavior>
{
    private readonly string? _value;

    /// <summary>Initializes a behaviour from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public CreditProrationBehavior(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Credits are granted only for the rest of the billing period.</summary>
    public static CreditProrationBehavior Prorate => new("prorate");

    /// <summary>The full number of credits is granted.</summary>
    public static CreditProrationBehavior NoProrate => new("no_prorate");

    /// <inheritdoc/>
    public static IReadOnlyList<CreditProrationBehavior> KnownValues { get; } = [Prorate, NoProrate];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CreditProrationBehavior Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CreditProrationBehavior result
    ) => ExtensibleValue.TryParse(s, out result);
}
