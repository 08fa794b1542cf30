using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Specifies the status of a subscription. A trial has no status of its own: its status is <see cref="Active"/>.
/// </summary>
[JsonConverter(typeof(ExtensibleValueConverter<SubscriptionStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct SubscriptionStatus : IExtensibleValue<SubscriptionStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a status from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public SubscriptionStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Being created. The first payment or mandate is not final.</summary>
    public static SubscriptionStatus Pending => new("pending");

    /// <summary>Active, including during a trial. The only status in which the plan can be changed.</summary>
    public static SubscriptionStatus Active => new("active");

    /// <summary>
    /// A renewal failed and the grace period is running. The customer keeps access during the grace period. Newer than
    /// version 1.113.0 of the API description.
    /// </summary>
    public static SubscriptionStatus PastDue => new("past_due");

    /// <summary>
    /// A renewal or the charge of a plan change failed. There are no renewals until the outstanding payment is made.
    /// </summary>
    public static SubscriptionStatus OnHold => new("on_hold");

    /// <summary>
    /// Deliberately paused: no access and no renewals. Dates are postponed by the length of the pause.
    /// </summary>
    public static SubscriptionStatus Paused => new("paused");

    /// <summary>Cancelled. Final.</summary>
    public static SubscriptionStatus Cancelled => new("cancelled");

    /// <summary>The creation failed. Final.</summary>
    public static SubscriptionStatus Failed => new("failed");

    /// <summary>The term has ended. Final.</summary>
    public static SubscriptionStatus Expired => new("expired");

    /// <inheritdoc/>
    public static IReadOnlyList<SubscriptionStatus> KnownValues { get; } =
    [Pending, Active, PastDue, OnHold, Paused, Cancelled, Failed, Expired];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
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
