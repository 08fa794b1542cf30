using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Represents the status of the recovery of an abandoned checkout.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<AbandonedCheckoutStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct AbandonedCheckoutStatus : IExtensibleValue<AbandonedCheckoutStatus>
{
    private readonly string? _value;

    /// <summary>Creates a status with the given text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public AbandonedCheckoutStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The checkout was abandoned. No reminder has been sent yet.</summary>
    public static AbandonedCheckoutStatus Abandoned => new("abandoned");

    /// <summary>Reminders are being sent to the customer.</summary>
    public static AbandonedCheckoutStatus Recovering => new("recovering");

    /// <summary>The customer returned and paid. Final.</summary>
    public static AbandonedCheckoutStatus Recovered => new("recovered");

    /// <summary>All reminders were sent without success. Final.</summary>
    public static AbandonedCheckoutStatus Exhausted => new("exhausted");

    /// <summary>The customer opted out of reminders. Final.</summary>
    public static AbandonedCheckoutStatus OptedOut => new("opted_out");

    /// <inheritdoc/>
    public static IReadOnlyList<AbandonedCheckoutStatus> KnownValues { get; } =
    [Abandoned, Recovering, Recovered, Exhausted, OptedOut];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the text on the wire.</summary>
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
