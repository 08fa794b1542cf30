using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>What becomes of credits used beyond the balance when a billing period ends.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<OverageBehavior>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct OverageBehavior : IExtensibleValue<OverageBehavior>
{
    private readonly string? _value;

    /// <summary>The behaviour with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public OverageBehavior(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Forgotten; nothing is charged.</summary>
    public static OverageBehavior ForgiveAtReset { get; } = new("forgive_at_reset");

    /// <summary>Charged with the next bill, then reset.</summary>
    public static OverageBehavior InvoiceAtBilling { get; } = new("invoice_at_billing");

    /// <summary>Carried into the next period as a debt of credits.</summary>
    public static OverageBehavior CarryDeficit { get; } = new("carry_deficit");

    /// <summary>Carried over and repaid from the next credits.</summary>
    public static OverageBehavior CarryDeficitAutoRepay { get; } = new("carry_deficit_auto_repay");

    /// <inheritdoc/>
    public static IReadOnlyList<OverageBehavior> KnownValues { get; } =
    [ForgiveAtReset, InvoiceAtBilling, CarryDeficit, CarryDeficitAutoRepay];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static OverageBehavior Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OverageBehavior result) =>
        ExtensibleValue.TryParse(s, out result);
}
