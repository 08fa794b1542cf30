using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the cause of a change to a customer's wallet.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<WalletEventType>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct WalletEventType : IExtensibleValue<WalletEventType>
{
    private readonly string? _value;

    /// <summary>Initializes an event type from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public WalletEventType(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>A payment was made from the balance.</summary>
    public static WalletEventType Payment => new("payment");

    /// <summary>A payment from the balance was reversed.</summary>
    public static WalletEventType PaymentReversal => new("payment_reversal");

    /// <summary>A refund was added to the balance.</summary>
    public static WalletEventType Refund => new("refund");

    /// <summary>A refund to the balance was reversed.</summary>
    public static WalletEventType RefundReversal => new("refund_reversal");

    /// <summary>A dispute was deducted from the balance.</summary>
    public static WalletEventType Dispute => new("dispute");

    /// <summary>A dispute deduction was reversed.</summary>
    public static WalletEventType DisputeReversal => new("dispute_reversal");

    /// <summary>You credited or debited the wallet.</summary>
    public static WalletEventType MerchantAdjustment => new("merchant_adjustment");

    /// <inheritdoc/>
    public static IReadOnlyList<WalletEventType> KnownValues { get; } =
    [Payment, PaymentReversal, Refund, RefundReversal, Dispute, DisputeReversal, MerchantAdjustment];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static WalletEventType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WalletEventType result) =>
        ExtensibleValue.TryParse(s, out result);
}
