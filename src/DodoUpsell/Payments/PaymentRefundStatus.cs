using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>How much of a payment has been refunded; a payment without refunds has none.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<PaymentRefundStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PaymentRefundStatus : IExtensibleValue<PaymentRefundStatus>
{
    private readonly string? _value;

    /// <summary>The status with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public PaymentRefundStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Part of the amount went back.</summary>
    public static PaymentRefundStatus Partial { get; } = new("partial");

    /// <summary>The whole amount went back.</summary>
    public static PaymentRefundStatus Full { get; } = new("full");

    /// <inheritdoc/>
    public static IReadOnlyList<PaymentRefundStatus> KnownValues { get; } = [Partial, Full];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
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
