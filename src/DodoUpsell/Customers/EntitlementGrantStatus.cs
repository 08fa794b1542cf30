using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the delivery status of an entitlement grant.</summary>
/// <remarks>
/// The API documents the values both with and without an initial capital letter. Unlike other values of this kind, they
/// are therefore compared case-insensitively. <see cref="Value"/> contains the received text.
/// </remarks>
[JsonConverter(typeof(ExtensibleValueConverter<EntitlementGrantStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct EntitlementGrantStatus : IExtensibleValue<EntitlementGrantStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a status from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public EntitlementGrantStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Not delivered yet.</summary>
    public static EntitlementGrantStatus Pending => new("Pending");

    /// <summary>Delivered to the customer.</summary>
    public static EntitlementGrantStatus Delivered => new("Delivered");

    /// <summary>The delivery failed.</summary>
    public static EntitlementGrantStatus Failed => new("Failed");

    /// <summary>Revoked.</summary>
    public static EntitlementGrantStatus Revoked => new("Revoked");

    /// <inheritdoc/>
    public static IReadOnlyList<EntitlementGrantStatus> KnownValues { get; } = [Pending, Delivered, Failed, Revoked];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns whether both values name the same status, ignoring case.</summary>
    public bool Equals(EntitlementGrantStatus other) =>
        string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the wire value.</summary>
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
