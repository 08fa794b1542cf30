using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>What becomes of a plan change whose payment fails.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<PaymentFailurePolicy>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PaymentFailurePolicy : IExtensibleValue<PaymentFailurePolicy>
{
    private readonly string? _value;

    /// <summary>The policy with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public PaymentFailurePolicy(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The old plan stays as it is. The right choice for an upsell.</summary>
    public static PaymentFailurePolicy PreventChange { get; } = new("prevent_change");

    /// <summary>
    /// The new plan is applied all the same and the subscription goes on hold. The API's own default.
    /// </summary>
    public static PaymentFailurePolicy ApplyChange { get; } = new("apply_change");

    /// <inheritdoc/>
    public static IReadOnlyList<PaymentFailurePolicy> KnownValues { get; } = [PreventChange, ApplyChange];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PaymentFailurePolicy Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out PaymentFailurePolicy result
    ) => ExtensibleValue.TryParse(s, out result);
}
