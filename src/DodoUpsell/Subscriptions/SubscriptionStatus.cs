using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Where a subscription stands. A trial has no status of its own: it is <see cref="Active"/>.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<SubscriptionStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct SubscriptionStatus : IExtensibleValue<SubscriptionStatus>
{
    private readonly string? _value;

    /// <summary>The status with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public SubscriptionStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Being created; the first payment or mandate is not final.</summary>
    public static SubscriptionStatus Pending { get; } = new("pending");

    /// <summary>Running, trials included. The only status in which the plan can be changed.</summary>
    public static SubscriptionStatus Active { get; } = new("active");

    /// <summary>
    /// A renewal failed and the grace period runs; access is kept meanwhile. Newer than the contract.
    /// </summary>
    public static SubscriptionStatus PastDue { get; } = new("past_due");

    /// <summary>A renewal or the charge of a plan change failed; nothing renews until the dues are paid.</summary>
    public static SubscriptionStatus OnHold { get; } = new("on_hold");

    /// <summary>Paused on purpose: no access, no renewals, dates move by the length of the pause.</summary>
    public static SubscriptionStatus Paused { get; } = new("paused");

    /// <summary>Cancelled. Final.</summary>
    public static SubscriptionStatus Cancelled { get; } = new("cancelled");

    /// <summary>Its creation failed. Final.</summary>
    public static SubscriptionStatus Failed { get; } = new("failed");

    /// <summary>The end of its term was reached. Final.</summary>
    public static SubscriptionStatus Expired { get; } = new("expired");

    /// <inheritdoc/>
    public static IReadOnlyList<SubscriptionStatus> KnownValues { get; } =
    [Pending, Active, PastDue, OnHold, Paused, Cancelled, Failed, Expired];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static SubscriptionStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out SubscriptionStatus result
    ) => ExtensibleValue.TryParse(s, out result);
}
