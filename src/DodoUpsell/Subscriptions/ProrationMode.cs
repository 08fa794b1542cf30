using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the amount that is charged at once for a plan change.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<ProrationMode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct ProrationMode : IExtensibleValue<ProrationMode>
{
    private readonly string? _value;

    /// <summary>Initializes a proration mode from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public ProrationMode(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>
    /// The difference between the two plans for the rest of the period. A negative difference becomes credit.
    /// </summary>
    public static ProrationMode ProratedImmediately => new("prorated_immediately");

    /// <summary>
    /// The full price of the new plan. The unused time of the old plan is lost. The only mode for scheduled changes.
    /// </summary>
    public static ProrationMode FullImmediately => new("full_immediately");

    /// <summary>
    /// The full difference between the two prices, independent of the date. A negative difference becomes credit.
    /// </summary>
    public static ProrationMode DifferenceImmediately => new("difference_immediately");

    /// <summary>No charge now and no credit. The new price applies from the next renewal.</summary>
    public static ProrationMode DoNotBill => new("do_not_bill");

    /// <inheritdoc/>
    public static IReadOnlyList<ProrationMode> KnownValues { get; } =
    [ProratedImmediately, FullImmediately, DifferenceImmediately, DoNotBill];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static ProrationMode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProrationMode result) =>
        ExtensibleValue.TryParse(s, out result);
}
