using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies what happens to a plan change if its payment fails.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<PaymentFailurePolicy>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PaymentFailurePolicy : IExtensibleValue<PaymentFailurePolicy>
{
    private readonly string? _value;

    /// <summary>Initializes a policy from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public PaymentFailurePolicy(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The old plan is unchanged. Recommended for upsells.</summary>
    public static PaymentFailurePolicy PreventChange => new("prevent_change");

    /// <summary>
    /// The new plan is applied although it is not paid, and the subscription is put on hold. The default of the API.
    /// </summary>
    public static PaymentFailurePolicy ApplyChange => new("apply_change");

    /// <inheritdoc/>
    public static IReadOnlyList<PaymentFailurePolicy> KnownValues { get; } = [PreventChange, ApplyChange];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
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
