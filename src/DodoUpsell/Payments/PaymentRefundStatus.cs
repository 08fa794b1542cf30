using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies how much of a payment has been refunded. A payment without refunds has no such status.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<PaymentRefundStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PaymentRefundStatus : IExtensibleValue<PaymentRefundStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a status from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public PaymentRefundStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Part of the amount was refunded.</summary>
    public static PaymentRefundStatus Partial => new("partial");

    /// <summary>The whole amount was refunded.</summary>
    public static PaymentRefundStatus Full => new("full");

    /// <inheritdoc/>
    public static IReadOnlyList<PaymentRefundStatus> KnownValues { get; } = [Partial, Full];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PaymentRefundStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out PaymentRefundStatus result
    ) => ExtensibleValue.TryParse(s, out result);
}
