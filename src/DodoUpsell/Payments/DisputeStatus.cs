using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Where a dispute stands.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<DisputeStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct DisputeStatus : IExtensibleValue<DisputeStatus>
{
    private readonly string? _value;

    /// <summary>The status with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public DisputeStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Open; it has to be answered in time.</summary>
    public static DisputeStatus DisputeOpened { get; } = new("dispute_opened");

    /// <summary>Not answered in time.</summary>
    public static DisputeStatus DisputeExpired { get; } = new("dispute_expired");

    /// <summary>Accepted by you; the money goes back.</summary>
    public static DisputeStatus DisputeAccepted { get; } = new("dispute_accepted");

    /// <summary>Withdrawn.</summary>
    public static DisputeStatus DisputeCancelled { get; } = new("dispute_cancelled");

    /// <summary>Answered with evidence; a decision is awaited.</summary>
    public static DisputeStatus DisputeChallenged { get; } = new("dispute_challenged");

    /// <summary>Decided for you.</summary>
    public static DisputeStatus DisputeWon { get; } = new("dispute_won");

    /// <summary>Decided for the customer.</summary>
    public static DisputeStatus DisputeLost { get; } = new("dispute_lost");

    /// <inheritdoc/>
    public static IReadOnlyList<DisputeStatus> KnownValues { get; } =
    [DisputeOpened, DisputeExpired, DisputeAccepted, DisputeCancelled, DisputeChallenged, DisputeWon, DisputeLost];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DisputeStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DisputeStatus result) =>
        ExtensibleValue.TryParse(s, out result);
}
