using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the unit of a period. The wire values have an initial capital letter.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<TimeInterval>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct TimeInterval : IExtensibleValue<TimeInterval>
{
    private readonly string? _value;

    /// <summary>Initializes a unit from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public TimeInterval(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>A day.</summary>
    public static TimeInterval Day => new("Day");

    /// <summary>A week of seven days.</summary>
    public static TimeInterval Week => new("Week");

    /// <summary>A calendar month.</summary>
    public static TimeInterval Month => new("Month");

    /// <summary>A calendar year.</summary>
    public static TimeInterval Year => new("Year");

    /// <inheritdoc/>
    public static IReadOnlyList<TimeInterval> KnownValues { get; } = [Day, Week, Month, Year];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static TimeInterval Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TimeInterval result) =>
        ExtensibleValue.TryParse(s, out result);
}
