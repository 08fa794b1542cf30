using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the processor that handled a payment.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<PaymentProvider>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PaymentProvider : IExtensibleValue<PaymentProvider>
{
    private readonly string? _value;

    /// <summary>Initializes a provider from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public PaymentProvider(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Your own Stripe account.</summary>
    public static PaymentProvider Stripe => new("stripe");

    /// <summary>Your own Adyen account.</summary>
    public static PaymentProvider Adyen => new("adyen");

    /// <summary>Dodo Payments, regardless of the processor behind it.</summary>
    public static PaymentProvider Dodo => new("dodo");

    /// <inheritdoc/>
    public static IReadOnlyList<PaymentProvider> KnownValues { get; } = [Stripe, Adyen, Dodo];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PaymentProvider Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PaymentProvider result) =>
        ExtensibleValue.TryParse(s, out result);
}
