using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Represents the status of a payout.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<PayoutStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PayoutStatus : IExtensibleValue<PayoutStatus>
{
    private readonly string? _value;

    /// <summary>Creates a status with the given text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public PayoutStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The payout is planned.</summary>
    public static PayoutStatus NotInitiated => new("not_initiated");

    /// <summary>The payout is in progress.</summary>
    public static PayoutStatus InProgress => new("in_progress");

    /// <summary>Dodo Payments is holding the payout.</summary>
    public static PayoutStatus OnHold => new("on_hold");

    /// <summary>The payout failed. Final.</summary>
    public static PayoutStatus Failed => new("failed");

    /// <summary>The payout arrived. Final.</summary>
    public static PayoutStatus Success => new("success");

    /// <inheritdoc/>
    public static IReadOnlyList<PayoutStatus> KnownValues { get; } =
    [NotInitiated, InProgress, OnHold, Failed, Success];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PayoutStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PayoutStatus result) =>
        ExtensibleValue.TryParse(s, out result);
}
