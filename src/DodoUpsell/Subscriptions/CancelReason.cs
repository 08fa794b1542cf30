using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Who cancelled a subscription, and how.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CancelReason>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CancelReason : IExtensibleValue<CancelReason>
{
    private readonly string? _value;

    /// <summary>The reason with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public CancelReason(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The customer did.</summary>
    public static CancelReason CancelledByCustomer { get; } = new("cancelled_by_customer");

    /// <summary>You did.</summary>
    public static CancelReason CancelledByMerchant { get; } = new("cancelled_by_merchant");

    /// <summary>You did, and the customer gets recovery e-mails.</summary>
    public static CancelReason CancelledByMerchantSendDunning { get; } = new("cancelled_by_merchant_send_dunning");

    /// <summary>
    /// Your setting did: the grace period after a failed renewal ended unpaid. Newer than the contract.
    /// </summary>
    public static CancelReason CancelledByMerchantGracePeriodExpired { get; } =
        new("cancelled_by_merchant_grace_period_expired");

    /// <summary>Dodo Payments did.</summary>
    public static CancelReason DodoTeam { get; } = new("dodo_team");

    /// <inheritdoc/>
    public static IReadOnlyList<CancelReason> KnownValues { get; } =
    [
        CancelledByCustomer,
        CancelledByMerchant,
        CancelledByMerchantSendDunning,
        CancelledByMerchantGracePeriodExpired,
        DodoTeam,
    ];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CancelReason Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CancelReason result) =>
        ExtensibleValue.TryParse(s, out result);
}
