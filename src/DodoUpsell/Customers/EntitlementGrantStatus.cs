using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>How far the delivery of an entitlement grant has come.</summary>
/// <remarks>
/// The API documents its values with a capital letter and without one. Unlike other values of its kind it is therefore
/// compared without regard to case; <see cref="Value"/> is what was received.
/// </remarks>
[JsonConverter(typeof(ExtensibleValueConverter<EntitlementGrantStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct EntitlementGrantStatus : IExtensibleValue<EntitlementGrantStatus>
{
    private readonly string? _value;

    /// <summary>The status with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public EntitlementGrantStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Not delivered yet.</summary>
    public static EntitlementGrantStatus Pending { get; } = new("Pending");

    /// <summary>The customer has it.</summary>
    public static EntitlementGrantStatus Delivered { get; } = new("Delivered");

    /// <summary>The delivery failed.</summary>
    public static EntitlementGrantStatus Failed { get; } = new("Failed");

    /// <summary>Taken back.</summary>
    public static EntitlementGrantStatus Revoked { get; } = new("Revoked");

    /// <inheritdoc/>
    public static IReadOnlyList<EntitlementGrantStatus> KnownValues { get; } = [Pending, Delivered, Failed, Revoked];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns whether both name the same status, in whichever case.</summary>
    public bool Equals(EntitlementGrantStatus other) =>
        string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static EntitlementGrantStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out EntitlementGrantStatus result
    ) => ExtensibleValue.TryParse(s, out result);
}
