using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>What is charged at once when a plan is changed.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<ProrationMode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct ProrationMode : IExtensibleValue<ProrationMode>
{
    private readonly string? _value;

    /// <summary>The mode with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public ProrationMode(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The difference of the two plans for the rest of the period; a negative one becomes credit.</summary>
    public static ProrationMode ProratedImmediately { get; } = new("prorated_immediately");

    /// <summary>
    /// The new plan's full price; unused time of the old one is lost. The only mode for scheduled changes.
    /// </summary>
    public static ProrationMode FullImmediately { get; } = new("full_immediately");

    /// <summary>The full difference of the two prices, whatever the date; a negative one becomes credit.</summary>
    public static ProrationMode DifferenceImmediately { get; } = new("difference_immediately");

    /// <summary>Nothing now and no credit; the new price applies from the next renewal.</summary>
    public static ProrationMode DoNotBill { get; } = new("do_not_bill");

    /// <inheritdoc/>
    public static IReadOnlyList<ProrationMode> KnownValues { get; } =
    [ProratedImmediately, FullImmediately, DifferenceImmediately, DoNotBill];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static ProrationMode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProrationMode result) =>
        ExtensibleValue.TryParse(s, out result);
}
