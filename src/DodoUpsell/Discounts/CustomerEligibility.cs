using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Which customers a discount code is for.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CustomerEligibility>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CustomerEligibility : IExtensibleValue<CustomerEligibility>
{
    private readonly string? _value;

    /// <summary>The eligibility with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public CustomerEligibility(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Everyone.</summary>
    public static CustomerEligibility Any { get; } = new("any");

    /// <summary>Customers who have not bought before.</summary>
    public static CustomerEligibility FirstTime { get; } = new("first_time");

    /// <summary>Customers who have bought before.</summary>
    public static CustomerEligibility Existing { get; } = new("existing");

    /// <summary>Only customers that were added to the code; it starts with nobody.</summary>
    public static CustomerEligibility Specific { get; } = new("specific");

    /// <inheritdoc/>
    public static IReadOnlyList<CustomerEligibility> KnownValues { get; } = [Any, FirstTime, Existing, Specific];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CustomerEligibility Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CustomerEligibility result
    ) => ExtensibleValue.TryParse(s, out result);
}
