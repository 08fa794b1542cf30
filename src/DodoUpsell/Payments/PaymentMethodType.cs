using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies a concrete payment method.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<PaymentMethodType>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PaymentMethodType : IExtensibleValue<PaymentMethodType>
{
    private readonly string? _value;

    /// <summary>Initializes a payment method type from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public PaymentMethodType(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>A US bank account, by ACH debit.</summary>
    public static PaymentMethodType Ach => new("ach");

    /// <summary>Affirm instalments.</summary>
    public static PaymentMethodType Affirm => new("affirm");

    /// <summary>Afterpay, called Clearpay in Europe.</summary>
    public static PaymentMethodType AfterpayClearpay => new("afterpay_clearpay");

    /// <summary>Cash at an Alfamart shop, Indonesia.</summary>
    public static PaymentMethodType Alfamart => new("alfamart");

    /// <summary>Alipay of mainland China.</summary>
    public static PaymentMethodType AliPay => new("ali_pay");

    /// <summary>Alipay of Hong Kong.</summary>
    public static PaymentMethodType AliPayHk => new("ali_pay_hk");

    /// <summary>Alma instalments.</summary>
    public static PaymentMethodType Alma => new("alma");

    /// <summary>Amazon Pay.</summary>
    public static PaymentMethodType AmazonPay => new("amazon_pay");

    /// <summary>Apple Pay.</summary>
    public static PaymentMethodType ApplePay => new("apple_pay");

    /// <summary>Atome instalments.</summary>
    public static PaymentMethodType Atome => new("atome");

    /// <summary>A UK bank account, by Bacs direct debit.</summary>
    public static PaymentMethodType Bacs => new("bacs");

    /// <summary>A Bancontact card, Belgium.</summary>
    public static PaymentMethodType BancontactCard => new("bancontact_card");

    /// <summary>An Australian bank account, by BECS direct debit.</summary>
    public static PaymentMethodType Becs => new("becs");

    /// <summary>A Benefit card, Bahrain.</summary>
    public static PaymentMethodType Benefit => new("benefit");

    /// <summary>Bizum, Spain.</summary>
    public static PaymentMethodType Bizum => new("bizum");

    /// <summary>BLIK, Poland.</summary>
    public static PaymentMethodType Blik => new("blik");

    /// <summary>A boleto slip, Brazil.</summary>
    public static PaymentMethodType Boleto => new("boleto");

    /// <summary>A transfer to a BCA account, Indonesia.</summary>
    public static PaymentMethodType BcaBankTransfer => new("bca_bank_transfer");

    /// <summary>A virtual account at BNI, Indonesia.</summary>
    public static PaymentMethodType BniVa => new("bni_va");

    /// <summary>A virtual account at BRI, Indonesia.</summary>
    public static PaymentMethodType BriVa => new("bri_va");

    /// <summary>A card that is entered on the card scheme's own page.</summary>
    public static PaymentMethodType CardRedirect => new("card_redirect");

    /// <summary>A virtual account at CIMB Niaga, Indonesia.</summary>
    public static PaymentMethodType CimbVa => new("cimb_va");

    /// <summary>A classic reward voucher.</summary>
    public static PaymentMethodType Classic => new("classic");

    /// <summary>A credit card.</summary>
    public static PaymentMethodType Credit => new("credit");

    /// <summary>A cryptocurrency.</summary>
    public static PaymentMethodType CryptoCurrency => new("crypto_currency");

    /// <summary>Cash App Pay.</summary>
    public static PaymentMethodType Cashapp => new("cashapp");

    /// <summary>DANA, Indonesia.</summary>
    public static PaymentMethodType Dana => new("dana");

    /// <summary>A virtual account at Danamon, Indonesia.</summary>
    public static PaymentMethodType DanamonVa => new("danamon_va");

    /// <summary>A debit card.</summary>
    public static PaymentMethodType Debit => new("debit");

    /// <summary>DuitNow, Malaysia.</summary>
    public static PaymentMethodType DuitNow => new("duit_now");

    /// <summary>Cash at Efecty, Colombia.</summary>
    public static PaymentMethodType Efecty => new("efecty");

    /// <summary>An electronic funds transfer.</summary>
    public static PaymentMethodType Eft => new("eft");

    /// <summary>EPS online transfer, Austria.</summary>
    public static PaymentMethodType Eps => new("eps");

    /// <summary>Faster Payments.</summary>
    public static PaymentMethodType Fps => new("fps");

    /// <summary>An electronic reward voucher.</summary>
    public static PaymentMethodType Evoucher => new("evoucher");

    /// <summary>giropay, Germany.</summary>
    public static PaymentMethodType Giropay => new("giropay");

    /// <summary>A Givex gift card.</summary>
    public static PaymentMethodType Givex => new("givex");

    /// <summary>Google Pay.</summary>
    public static PaymentMethodType GooglePay => new("google_pay");

    /// <summary>GoPay, Indonesia.</summary>
    public static PaymentMethodType GoPay => new("go_pay");

    /// <summary>GCash, Philippines.</summary>
    public static PaymentMethodType Gcash => new("gcash");

    /// <summary>iDEAL, Netherlands.</summary>
    public static PaymentMethodType Ideal => new("ideal");

    /// <summary>Interac, Canada.</summary>
    public static PaymentMethodType Interac => new("interac");

    /// <summary>Cash at an Indomaret shop, Indonesia.</summary>
    public static PaymentMethodType Indomaret => new("indomaret");

    /// <summary>Klarna.</summary>
    public static PaymentMethodType Klarna => new("klarna");

    /// <summary>KakaoPay, South Korea.</summary>
    public static PaymentMethodType KakaoPay => new("kakao_pay");

    /// <summary>The page of the customer's local bank.</summary>
    public static PaymentMethodType LocalBankRedirect => new("local_bank_redirect");

    /// <summary>A virtual account at Mandiri, Indonesia.</summary>
    public static PaymentMethodType MandiriVa => new("mandiri_va");

    /// <summary>A KNET card, Kuwait.</summary>
    public static PaymentMethodType Knet => new("knet");

    /// <summary>MB WAY, Portugal.</summary>
    public static PaymentMethodType MbWay => new("mb_way");

    /// <summary>MobilePay, Denmark and Finland.</summary>
    public static PaymentMethodType MobilePay => new("mobile_pay");

    /// <summary>MoMo wallet, Vietnam.</summary>
    public static PaymentMethodType Momo => new("momo");

    /// <summary>An ATM card through MoMo, Vietnam.</summary>
    public static PaymentMethodType MomoAtm => new("momo_atm");

    /// <summary>Multibanco reference, Portugal.</summary>
    public static PaymentMethodType Multibanco => new("multibanco");

    /// <summary>Online banking, Thailand.</summary>
    public static PaymentMethodType OnlineBankingThailand => new("online_banking_thailand");

    /// <summary>Online banking, Czechia.</summary>
    public static PaymentMethodType OnlineBankingCzechRepublic => new("online_banking_czech_republic");

    /// <summary>Online banking, Finland.</summary>
    public static PaymentMethodType OnlineBankingFinland => new("online_banking_finland");

    /// <summary>FPX online banking, Malaysia.</summary>
    public static PaymentMethodType OnlineBankingFpx => new("online_banking_fpx");

    /// <summary>Online banking, Poland.</summary>
    public static PaymentMethodType OnlineBankingPoland => new("online_banking_poland");

    /// <summary>Online banking, Slovakia.</summary>
    public static PaymentMethodType OnlineBankingSlovakia => new("online_banking_slovakia");

    /// <summary>Cash at an OXXO shop, Mexico.</summary>
    public static PaymentMethodType Oxxo => new("oxxo");

    /// <summary>PagoEfectivo, Peru.</summary>
    public static PaymentMethodType PagoEfectivo => new("pago_efectivo");

    /// <summary>A transfer to a Permata account, Indonesia.</summary>
    public static PaymentMethodType PermataBankTransfer => new("permata_bank_transfer");

    /// <summary>Open banking, United Kingdom.</summary>
    public static PaymentMethodType OpenBankingUk => new("open_banking_uk");

    /// <summary>PayBright instalments, Canada.</summary>
    public static PaymentMethodType PayBright => new("pay_bright");

    /// <summary>PayPal.</summary>
    public static PaymentMethodType PayPal => new("paypal");

    /// <summary>Paze, United States.</summary>
    public static PaymentMethodType Paze => new("paze");

    /// <summary>Pix, Brazil.</summary>
    public static PaymentMethodType Pix => new("pix");

    /// <summary>A paysafecard voucher.</summary>
    public static PaymentMethodType PaySafeCard => new("pay_safe_card");

    /// <summary>Przelewy24, Poland. Discontinued: the API ignores it.</summary>
    public static PaymentMethodType Przelewy24 => new("przelewy24");

    /// <summary>PromptPay, Thailand.</summary>
    public static PaymentMethodType PromptPay => new("prompt_pay");

    /// <summary>PSE bank payment, Colombia.</summary>
    public static PaymentMethodType Pse => new("pse");

    /// <summary>Redcompra, Chile.</summary>
    public static PaymentMethodType RedCompra => new("red_compra");

    /// <summary>Cash at RedPagos, Uruguay.</summary>
    public static PaymentMethodType RedPagos => new("red_pagos");

    /// <summary>Samsung Pay.</summary>
    public static PaymentMethodType SamsungPay => new("samsung_pay");

    /// <summary>A SEPA bank account, by direct debit.</summary>
    public static PaymentMethodType Sepa => new("sepa");

    /// <summary>A SEPA transfer.</summary>
    public static PaymentMethodType SepaBankTransfer => new("sepa_bank_transfer");

    /// <summary>Sofort.</summary>
    public static PaymentMethodType Sofort => new("sofort");

    /// <summary>Swish, Sweden.</summary>
    public static PaymentMethodType Swish => new("swish");

    /// <summary>Touch 'n Go, Malaysia.</summary>
    public static PaymentMethodType TouchNGo => new("touch_n_go");

    /// <summary>Trustly.</summary>
    public static PaymentMethodType Trustly => new("trustly");

    /// <summary>TWINT, Switzerland.</summary>
    public static PaymentMethodType Twint => new("twint");

    /// <summary>UPI, by a request to the customer's UPI id.</summary>
    public static PaymentMethodType UpiCollect => new("upi_collect");

    /// <summary>UPI, by opening the customer's UPI app.</summary>
    public static PaymentMethodType UpiIntent => new("upi_intent");

    /// <summary>Vipps, Norway.</summary>
    public static PaymentMethodType Vipps => new("vipps");

    /// <summary>VietQR, Vietnam.</summary>
    public static PaymentMethodType VietQr => new("viet_qr");

    /// <summary>Venmo, United States.</summary>
    public static PaymentMethodType Venmo => new("venmo");

    /// <summary>Walley, Nordic countries.</summary>
    public static PaymentMethodType Walley => new("walley");

    /// <summary>WeChat Pay.</summary>
    public static PaymentMethodType WeChatPay => new("we_chat_pay");

    /// <summary>Cash at a 7-Eleven shop, Japan.</summary>
    public static PaymentMethodType SevenEleven => new("seven_eleven");

    /// <summary>Cash at a Lawson shop, Japan.</summary>
    public static PaymentMethodType Lawson => new("lawson");

    /// <summary>Cash at a Ministop shop, Japan.</summary>
    public static PaymentMethodType MiniStop => new("mini_stop");

    /// <summary>Cash at a FamilyMart shop, Japan.</summary>
    public static PaymentMethodType FamilyMart => new("family_mart");

    /// <summary>Cash at a Seicomart shop, Japan.</summary>
    public static PaymentMethodType Seicomart => new("seicomart");

    /// <summary>Pay-easy, Japan.</summary>
    public static PaymentMethodType PayEasy => new("pay_easy");

    /// <summary>A local bank transfer.</summary>
    public static PaymentMethodType LocalBankTransfer => new("local_bank_transfer");

    /// <summary>MiFinity wallet.</summary>
    public static PaymentMethodType MiFinity => new("mifinity");

    /// <summary>A payment initiated through open banking.</summary>
    public static PaymentMethodType OpenBankingPis => new("open_banking_pis");

    /// <summary>The mobile phone bill.</summary>
    public static PaymentMethodType DirectCarrierBilling => new("direct_carrier_billing");

    /// <summary>An instant bank transfer.</summary>
    public static PaymentMethodType InstantBankTransfer => new("instant_bank_transfer");

    /// <summary>Billie, invoices for businesses.</summary>
    public static PaymentMethodType Billie => new("billie");

    /// <summary>Zip instalments.</summary>
    public static PaymentMethodType Zip => new("zip");

    /// <summary>Revolut Pay.</summary>
    public static PaymentMethodType RevolutPay => new("revolut_pay");

    /// <summary>Naver Pay, South Korea.</summary>
    public static PaymentMethodType NaverPay => new("naver_pay");

    /// <summary>PAYCO, South Korea.</summary>
    public static PaymentMethodType Payco => new("payco");

    /// <summary>Satispay, Italy.</summary>
    public static PaymentMethodType Satispay => new("satispay");

    /// <inheritdoc/>
    public static IReadOnlyList<PaymentMethodType> KnownValues { get; } =
    [
        Ach,
        Affirm,
        AfterpayClearpay,
        Alfamart,
        AliPay,
        AliPayHk,
        Alma,
        AmazonPay,
        ApplePay,
        Atome,
        Bacs,
        BancontactCard,
        Becs,
        Benefit,
        Bizum,
        Blik,
        Boleto,
        BcaBankTransfer,
        BniVa,
        BriVa,
        CardRedirect,
        CimbVa,
        Classic,
        Credit,
        CryptoCurrency,
        Cashapp,
        Dana,
        DanamonVa,
        Debit,
        DuitNow,
        Efecty,
        Eft,
        Eps,
        Fps,
        Evoucher,
        Giropay,
        Givex,
        GooglePay,
        GoPay,
        Gcash,
        Ideal,
        Interac,
        Indomaret,
        Klarna,
        KakaoPay,
        LocalBankRedirect,
        MandiriVa,
        Knet,
        MbWay,
        MobilePay,
        Momo,
        MomoAtm,
        Multibanco,
        OnlineBankingThailand,
        OnlineBankingCzechRepublic,
        OnlineBankingFinland,
        OnlineBankingFpx,
        OnlineBankingPoland,
        OnlineBankingSlovakia,
        Oxxo,
        PagoEfectivo,
        PermataBankTransfer,
        OpenBankingUk,
        PayBright,
        PayPal,
        Paze,
        Pix,
        PaySafeCard,
        Przelewy24,
        PromptPay,
        Pse,
        RedCompra,
        RedPagos,
        SamsungPay,
        Sepa,
        SepaBankTransfer,
        Sofort,
        Swish,
        TouchNGo,
        Trustly,
        Twint,
        UpiCollect,
        UpiIntent,
        Vipps,
        VietQr,
        Venmo,
        Walley,
        WeChatPay,
        SevenEleven,
        Lawson,
        MiniStop,
        FamilyMart,
        Seicomart,
        PayEasy,
        LocalBankTransfer,
        MiFinity,
        OpenBankingPis,
        DirectCarrierBilling,
        InstantBankTransfer,
        Billie,
        Zip,
        RevolutPay,
        NaverPay,
        Payco,
        Satispay,
    ];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PaymentMethodType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out PaymentMethodType result
    ) => ExtensibleValue.TryParse(s, out result);
}
