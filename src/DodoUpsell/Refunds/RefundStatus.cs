using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the status of a refund.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<RefundStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct RefundStatus : IExtensibleValue<RefundStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a status from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public RefundStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Sent to the customer. Final.</summary>
    public static RefundStatus Succeeded => new("succeeded");

    /// <summary>Not refunded. Final.</summary>
    public static RefundStatus Failed => new("failed");

    /// <summary>Accepted and in progress.</summary>
    public static RefundStatus Pending => new("pending");

    /// <summary>On hold until reviewed by Dodo Payments.</summary>
    public static RefundStatus Review => new("review");

    /// <inheritdoc/>
    public static IReadOnlyList<RefundStatus> KnownValues { get; } = [Succeeded, Failed, Pending, Review];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static RefundStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RefundStatus result) =>
        ExtensibleValue.TryParse(s, out result);
}
