using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the delivery status of a customer's entitlement.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CustomerEntitlementStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CustomerEntitlementStatus : IExtensibleValue<CustomerEntitlementStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a status from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public CustomerEntitlementStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Not delivered yet.</summary>
    public static CustomerEntitlementStatus Pending => new("pending");

    /// <summary>Delivered to the customer.</summary>
    public static CustomerEntitlementStatus Delivered => new("delivered");

    /// <summary>The delivery failed.</summary>
    public static CustomerEntitlementStatus Failed => new("failed");

    /// <summary>Revoked.</summary>
    public static CustomerEntitlementStatus Revoked => new("revoked");

    /// <inheritdoc/>
    public static IReadOnlyList<CustomerEntitlementStatus> KnownValues { get; } = [Pending, Delivered, Failed, Revoked];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CustomerEntitlementStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CustomerEntitlementStatus result
    ) => ExtensibleValue.TryParse(s, out result);
}
