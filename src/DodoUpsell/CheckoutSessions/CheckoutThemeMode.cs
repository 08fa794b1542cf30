using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>The colour scheme of the checkout page.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CheckoutThemeMode>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CheckoutThemeMode : IExtensibleValue<CheckoutThemeMode>
{
    private readonly string? _value;

    /// <summary>The mode with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public CheckoutThemeMode(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Dark.</summary>
    public static CheckoutThemeMode Dark { get; } = new("dark");

    /// <summary>Light.</summary>
    public static CheckoutThemeMode Light { get; } = new("light");

    /// <summary>As the customer's system is set.</summary>
    public static CheckoutThemeMode System { get; } = new("system");

    /// <inheritdoc/>
    public static IReadOnlyList<CheckoutThemeMode> KnownValues { get; } = [Dark, Light, System];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
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
