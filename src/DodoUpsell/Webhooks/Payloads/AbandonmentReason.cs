using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Represents the reason why a checkout counts as abandoned.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<AbandonmentReason>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct AbandonmentReason : IExtensibleValue<AbandonmentReason>
{
    private readonly string? _value;

    /// <summary>Creates a reason with the given text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public AbandonmentReason(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The payment was declined and not retried.</summary>
    public static AbandonmentReason PaymentFailed => new("payment_failed");

    /// <summary>The customer left the checkout before paying.</summary>
    public static AbandonmentReason CheckoutIncomplete => new("checkout_incomplete");

    /// <inheritdoc/>
    public static IReadOnlyList<AbandonmentReason> KnownValues { get; } = [PaymentFailed, CheckoutIncomplete];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static AbandonmentReason Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out AbandonmentReason result
    ) => ExtensibleValue.TryParse(s, out result);
}
