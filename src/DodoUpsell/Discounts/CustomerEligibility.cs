using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies which customers may redeem a discount code.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CustomerEligibility>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CustomerEligibility : IExtensibleValue<CustomerEligibility>
{
    private readonly string? _value;

    /// <summary>Initializes an eligibility from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public CustomerEligibility(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>All customers.</summary>
    public static CustomerEligibility Any => new("any");

    /// <summary>Customers who have not bought before.</summary>
    public static CustomerEligibility FirstTime => new("first_time");

    /// <summary>Customers who have bought before.</summary>
    public static CustomerEligibility Existing => new("existing");

    /// <summary>Only customers that were added to the discount. A new discount has none.</summary>
    public static CustomerEligibility Specific => new("specific");

    /// <inheritdoc/>
    public static IReadOnlyList<CustomerEligibility> KnownValues { get; } = [Any, FirstTime, Existing, Specific];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
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
