using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Represents the state of a subscription that started its recovery.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<DunningTrigger>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct DunningTrigger : IExtensibleValue<DunningTrigger>
{
    private readonly string? _value;

    /// <summary>Creates a trigger with the given text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public DunningTrigger(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>A payment failed and the subscription is on hold.</summary>
    public static DunningTrigger OnHold => new("on_hold");

    /// <summary>A payment failed and the grace period is running. This value is newer than the API contract.</summary>
    public static DunningTrigger PastDue => new("past_due");

    /// <summary>The customer cancelled the subscription.</summary>
    public static DunningTrigger Cancelled => new("cancelled");

    /// <inheritdoc/>
    public static IReadOnlyList<DunningTrigger> KnownValues { get; } = [OnHold, PastDue, Cancelled];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DunningTrigger Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DunningTrigger result) =>
        ExtensibleValue.TryParse(s, out result);
}
