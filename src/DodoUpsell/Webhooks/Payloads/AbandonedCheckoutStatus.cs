using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Where winning back an abandoned checkout stands.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<AbandonedCheckoutStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct AbandonedCheckoutStatus : IExtensibleValue<AbandonedCheckoutStatus>
{
    private readonly string? _value;

    /// <summary>The status with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public AbandonedCheckoutStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The customer left; nothing was sent yet.</summary>
    public static AbandonedCheckoutStatus Abandoned { get; } = new("abandoned");

    /// <summary>The customer is being reminded.</summary>
    public static AbandonedCheckoutStatus Recovering { get; } = new("recovering");

    /// <summary>The customer came back and paid. Final.</summary>
    public static AbandonedCheckoutStatus Recovered { get; } = new("recovered");

    /// <summary>All reminders were sent in vain. Final.</summary>
    public static AbandonedCheckoutStatus Exhausted { get; } = new("exhausted");

    /// <summary>The customer wants no reminders. Final.</summary>
    public static AbandonedCheckoutStatus OptedOut { get; } = new("opted_out");

    /// <inheritdoc/>
    public static IReadOnlyList<AbandonedCheckoutStatus> KnownValues { get; } =
    [Abandoned, Recovering, Recovered, Exhausted, OptedOut];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static AbandonedCheckoutStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out AbandonedCheckoutStatus result
    ) => ExtensibleValue.TryParse(s, out result);
}
