using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Represents the status of the recovery of a subscription.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<DunningStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct DunningStatus : IExtensibleValue<DunningStatus>
{
    private readonly string? _value;

    /// <summary>Creates a status with the given text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public DunningStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Reminders are being sent to the customer.</summary>
    public static DunningStatus Recovering => new("recovering");

    /// <summary>The customer paid. Final.</summary>
    public static DunningStatus Recovered => new("recovered");

    /// <summary>All reminders were sent without success. Final.</summary>
    public static DunningStatus Exhausted => new("exhausted");

    /// <inheritdoc/>
    public static IReadOnlyList<DunningStatus> KnownValues { get; } = [Recovering, Recovered, Exhausted];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static DunningStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DunningStatus result) =>
        ExtensibleValue.TryParse(s, out result);
}
