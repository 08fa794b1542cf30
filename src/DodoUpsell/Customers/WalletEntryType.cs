using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the direction of a wallet entry that you create.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<WalletEntryType>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct WalletEntryType : IExtensibleValue<WalletEntryType>
{
    private readonly string? _value;

    /// <summary>Initializes an entry type from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public WalletEntryType(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Adds to the balance.</summary>
    public static WalletEntryType Credit => new("credit");

    /// <summary>Subtracts from the balance. Subtracting more than the balance fails.</summary>
    public static WalletEntryType Debit => new("debit");

    /// <inheritdoc/>
    public static IReadOnlyList<WalletEntryType> KnownValues { get; } = [Credit, Debit];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static WalletEntryType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WalletEntryType result) =>
        ExtensibleValue.TryParse(s, out result);
}
