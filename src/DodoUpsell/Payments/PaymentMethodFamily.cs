using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the family of a payment method.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<PaymentMethodFamily>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PaymentMethodFamily : IExtensibleValue<PaymentMethodFamily>
{
    private readonly string? _value;

    /// <summary>Initializes a family from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public PaymentMethodFamily(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>A credit or debit card.</summary>
    public static PaymentMethodFamily Card => new("card");

    /// <summary>A card that is entered on the card scheme's own page.</summary>
    public static PaymentMethodFamily CardRedirect => new("card_redirect");

    /// <summary>Buy now, pay later.</summary>
    public static PaymentMethodFamily PayLater => new("pay_later");

    /// <summary>A digital wallet such as Apple Pay.</summary>
    public static PaymentMethodFamily Wallet => new("wallet");

    /// <summary>A payment that the customer confirms on the page of their bank.</summary>
    public static PaymentMethodFamily BankRedirect => new("bank_redirect");

    /// <summary>A transfer that the customer makes.</summary>
    public static PaymentMethodFamily BankTransfer => new("bank_transfer");

    /// <summary>A cryptocurrency.</summary>
    public static PaymentMethodFamily Crypto => new("crypto");

    /// <summary>A direct debit from a bank account. It takes days.</summary>
    public static PaymentMethodFamily BankDebit => new("bank_debit");

    /// <summary>Loyalty points or reward vouchers.</summary>
    public static PaymentMethodFamily Reward => new("reward");

    /// <summary>An instant account-to-account payment.</summary>
    public static PaymentMethodFamily RealTimePayment => new("real_time_payment");

    /// <summary>The Unified Payments Interface of India.</summary>
    public static PaymentMethodFamily Upi => new("upi");

    /// <summary>A slip that is paid in cash at a shop.</summary>
    public static PaymentMethodFamily Voucher => new("voucher");

    /// <summary>A gift card.</summary>
    public static PaymentMethodFamily GiftCard => new("gift_card");

    /// <summary>A payment that the customer's bank starts through open banking.</summary>
    public static PaymentMethodFamily OpenBanking => new("open_banking");

    /// <summary>A payment that is billed by the mobile operator.</summary>
    public static PaymentMethodFamily MobilePayment => new("mobile_payment");

    /// <inheritdoc/>
    public static IReadOnlyList<PaymentMethodFamily> KnownValues { get; } =
    [
        Card,
        CardRedirect,
        PayLater,
        Wallet,
        BankRedirect,
        BankTransfer,
        Crypto,
        BankDebit,
        Reward,
        RealTimePayment,
        Upi,
        Voucher,
        GiftCard,
        OpenBanking,
        MobilePayment,
    ];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PaymentMethodFamily Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out PaymentMethodFamily result
    ) => ExtensibleValue.TryParse(s, out result);
}
