using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Which way a wallet entry of yours goes.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<WalletEntryType>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct WalletEntryType : IExtensibleValue<WalletEntryType>
{
    private readonly string? _value;

    /// <summary>The type with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public WalletEntryType(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Adds to the balance.</summary>
    public static WalletEntryType Credit { get; } = new("credit");

    /// <summary>Takes from the balance; more than there is gives an error.</summary>
    public static WalletEntryType Debit { get; } = new("debit");

    /// <inheritdoc/>
    public static IReadOnlyList<WalletEntryType> KnownValues { get; } = [Credit, Debit];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static WalletEntryType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WalletEntryType result) =>
        ExtensibleValue.TryParse(s, out result);
}
