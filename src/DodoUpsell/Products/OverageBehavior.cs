using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies what happens at the end of a billing period to credits used beyond the balance.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<OverageBehavior>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct OverageBehavior : IExtensibleValue<OverageBehavior>
{
    private readonly string? _value;

    /// <summary>Initializes a behaviour from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public OverageBehavior(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The overage is waived. Nothing is charged.</summary>
    public static OverageBehavior ForgiveAtReset => new("forgive_at_reset");

    /// <summary>The overage is charged with the next invoice and then reset.</summary>
    public static OverageBehavior InvoiceAtBilling => new("invoice_at_billing");

    /// <summary>The overage is carried into the next period as a negative balance.</summary>
    public static OverageBehavior CarryDeficit => new("carry_deficit");

    /// <summary>The overage is carried into the next period and repaid from the next granted credits.</summary>
    public static OverageBehavior CarryDeficitAutoRepay => new("carry_deficit_auto_repay");

    /// <inheritdoc/>
    public static IReadOnlyList<OverageBehavior> KnownValues { get; } =
    [ForgiveAtReset, InvoiceAtBilling, CarryDeficit, CarryDeficitAutoRepay];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static OverageBehavior Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OverageBehavior result) =>
        ExtensibleValue.TryParse(s, out result);
}
