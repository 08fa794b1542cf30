using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the colour scheme of the checkout page.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CheckoutThemeMode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CheckoutThemeMode : IExtensibleValue<CheckoutThemeMode>
{
    private readonly string? _value;

    /// <summary>Initializes a colour scheme from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public CheckoutThemeMode(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Dark.</summary>
    public static CheckoutThemeMode Dark => new("dark");

    /// <summary>Light.</summary>
    public static CheckoutThemeMode Light => new("light");

    /// <summary>The setting of the customer's system.</summary>
    public static CheckoutThemeMode System => new("system");

    /// <inheritdoc/>
    public static IReadOnlyList<CheckoutThemeMode> KnownValues { get; } = [Dark, Light, System];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CheckoutThemeMode Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CheckoutThemeMode result
    ) => ExtensibleValue.TryParse(s, out result);
}
