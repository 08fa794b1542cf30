using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the status of a dispute.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<DisputeStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct DisputeStatus : IExtensibleValue<DisputeStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a status from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public DisputeStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Open. It must be answered before the deadline.</summary>
    public static DisputeStatus DisputeOpened => new("dispute_opened");

    /// <summary>Not answered before the deadline.</summary>
    public static DisputeStatus DisputeExpired => new("dispute_expired");

    /// <summary>Accepted by you. The customer gets the money back.</summary>
    public static DisputeStatus DisputeAccepted => new("dispute_accepted");

    /// <summary>Withdrawn.</summary>
    public static DisputeStatus DisputeCancelled => new("dispute_cancelled");

    /// <summary>Challenged with evidence. The decision is pending.</summary>
    public static DisputeStatus DisputeChallenged => new("dispute_challenged");

    /// <summary>Decided in your favour.</summary>
    public static DisputeStatus DisputeWon => new("dispute_won");

    /// <summary>Decided in the customer's favour.</summary>
    public static DisputeStatus DisputeLost => new("dispute_lost");

    /// <inheritdoc/>
    public static IReadOnlyList<DisputeStatus> KnownValues { get; } =
    [DisputeOpened, DisputeExpired, DisputeAccepted, DisputeCancelled, DisputeChallenged, DisputeWon, DisputeLost];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DisputeStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DisputeStatus result) =>
        ExtensibleValue.TryParse(s, out result);
}
