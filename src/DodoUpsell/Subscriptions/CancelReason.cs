using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies by whom or for what reason a subscription was cancelled.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CancelReason>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CancelReason : IExtensibleValue<CancelReason>
{
    private readonly string? _value;

    /// <summary>Initializes a reason from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public CancelReason(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Cancelled by the customer.</summary>
    public static CancelReason CancelledByCustomer => new("cancelled_by_customer");

    /// <summary>Cancelled by you.</summary>
    public static CancelReason CancelledByMerchant => new("cancelled_by_merchant");

    /// <summary>Cancelled by you. The customer receives recovery e-mails.</summary>
    public static CancelReason CancelledByMerchantSendDunning => new("cancelled_by_merchant_send_dunning");

    /// <summary>
    /// Cancelled because of your setting: the grace period after a failed renewal ended without payment. Newer than
    /// version 1.113.0 of the API description.
    /// </summary>
    public static CancelReason CancelledByMerchantGracePeriodExpired { get; } =
        new("cancelled_by_merchant_grace_period_expired");

    /// <summary>Cancelled by Dodo Payments.</summary>
    public static CancelReason DodoTeam => new("dodo_team");

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

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CancelReason Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CancelReason result) =>
        ExtensibleValue.TryParse(s, out result);
}
