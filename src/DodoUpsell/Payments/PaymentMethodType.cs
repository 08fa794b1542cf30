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
    public static PaymentMethodType Ach { get; } = new("ach");

    /// <summary>Affirm instalments.</summary>
    public static PaymentMethodType Affirm { get; } = new("affirm");

    /// <summary>Afterpay, called Clearpay in Europe.</summary>
    public static PaymentMethodType AfterpayClearpay { get; } = new("afterpay_clearpay");

    /// <summary>Cash at an Alfamart shop, Indonesia.</summary>
    public static PaymentMethodType Alfamart { get; } = new("alfamart");

    /// <summary>Alipay of mainland China.</summary>
    public static PaymentMethodType AliPay { get; } = new("ali_pay");

    /// <summary>Alipay of Hong Kong.</summary>
    public static PaymentMethodType AliPayHk { get; } = new("ali_pay_hk");

    /// <summary>Alma instalments.</summary>
    public static PaymentMethodType Alma { get; } = new("alma");

    /// <summary>Amazon Pay.</summary>
    public static PaymentMethodType AmazonPay { get; } = new("amazon_pay");

    /// <summary>Apple Pay.</summary>
    public static PaymentMethodType ApplePay { get; } = new("apple_pay");

    /// <summary>Atome instalments.</summary>
    public static PaymentMethodType Atome { get; } = new("atome");

    /// <summary>A UK bank account, by Bacs direct debit.</summary>
    public static PaymentMethodType Bacs { get; } = new("bacs");

    /// <summary>A Bancontact card, Belgium.</summary>
    public static PaymentMethodType BancontactCard { get; } = new("bancontact_card");

    /// <summary>An Australian bank account, by BECS direct debit.</summary>
    public static PaymentMethodType Becs { get; } = new("becs");

    /// <summary>A Benefit card, Bahrain.</summary>
    public static PaymentMethodType Benefit { get; } = new("benefit");

    /// <summary>Bizum, Spain.</summary>
    public static PaymentMethodType Bizum { get; } = new("bizum");

    /// <summary>BLIK, Poland.</summary>
    public static PaymentMethodType Blik { get; } = new("blik");

    /// <summary>A boleto slip, Brazil.</summary>
    public static PaymentMethodType Boleto { get; } = new("boleto");

    /// <summary>A transfer to a BCA account, Indonesia.</summary>
    public static PaymentMethodType BcaBankTransfer { get; } = new("bca_bank_transfer");

    /// <summary>A virtual account at BNI, Indonesia.</summary>
    public static PaymentMethodType BniVa { get; } = new("bni_va");

    /// <summary>A virtual account at BRI, Indonesia.</summary>
    public static PaymentMethodType BriVa { get; } = new("bri_va");

    /// <summary>A card that is entered on the card scheme's own page.</summary>
    public static PaymentMethodType CardRedirect { get; } = new("card_redirect");

    /// <summary>A virtual account at CIMB Niaga, Indonesia.</summary>
    public static PaymentMethodType CimbVa { get; } = new("cimb_va");

    /// <summary>A classic reward voucher.</summary>
    public static PaymentMethodType Classic { get; } = new("classic");

    /// <summary>A credit card.</summary>
    public static PaymentMethodType Credit { get; } = new("credit");

    /// <summary>A cryptocurrency.</summary>
    public static PaymentMethodType CryptoCurrency { get; } = new("crypto_currency");

    /// <summary>Cash App Pay.</summary>
    public static PaymentMethodType Cashapp { get; } = new("cashapp");

    /// <summary>DANA, Indonesia.</summary>
    public static PaymentMethodType Dana { get; } = new("dana");

    /// <summary>A virtual account at Danamon, Indonesia.</summary>
    public static PaymentMethodType DanamonVa { get; } = new("danamon_va");

    /// <summary>A debit card.</summary>
    public static PaymentMethodType Debit { get; } = new("debit");

    /// <summary>DuitNow, Malaysia.</summary>
    public static PaymentMethodType DuitNow { get; } = new("duit_now");

    /// <summary>Cash at Efecty, Colombia.</summary>
    public static PaymentMethodType Efecty { get; } = new("efecty");

    /// <summary>An electronic funds transfer.</summary>
    public static PaymentMethodType Eft { get; } = new("eft");

    /// <summary>EPS online transfer, Austria.</summary>
    public static PaymentMethodType Eps { get; } = new("eps");

    /// <summary>Faster Payments.</summary>
    public static PaymentMethodType Fps { get; } = new("fps");

    /// <summary>An electronic reward voucher.</summary>
    public static PaymentMethodType Evoucher { get; } = new("evoucher");

    /// <summary>giropay, Germany.</summary>
    public static PaymentMethodType Giropay { get; } = new("giropay");

    /// <summary>A Givex gift card.</summary>
    public static PaymentMethodType Givex { get; } = new("givex");

    /// <summary>Google Pay.</summary>
    public static PaymentMethodType GooglePay { get; } = new("google_pay");

    /// <summary>GoPay, Indonesia.</summary>
    public static PaymentMethodType GoPay { get; } = new("go_pay");

    /// <summary>GCash, Philippines.</summary>
    public static PaymentMethodType Gcash { get; } = new("gcash");

    /// <summary>iDEAL, Netherlands.</summary>
    public static PaymentMethodType Ideal { get; } = new("ideal");

    /// <summary>Interac, Canada.</summary>
    public static PaymentMethodType Interac { get; } = new("interac");

    /// <summary>Cash at an Indomaret shop, Indonesia.</summary>
    public static PaymentMethodType Indomaret { get; } = new("indomaret");

    /// <summary>Klarna.</summary>
    public static PaymentMethodType Klarna { get; } = new("klarna");

    /// <summary>KakaoPay, South Korea.</summary>
    public static PaymentMethodType KakaoPay { get; } = new("kakao_pay");

    /// <summary>The page of the customer's local bank.</summary>
    public static PaymentMethodType LocalBankRedirect { get; } = new("local_bank_redirect");

    /// <summary>A virtual account at Mandiri, Indonesia.</summary>
    public static PaymentMethodType MandiriVa { get; } = new("mandiri_va");

    /// <summary>A KNET card, Kuwait.</summary>
    public static PaymentMethodType Knet { get; } = new("knet");

    /// <summary>MB WAY, Portugal.</summary>
    public static PaymentMethodType MbWay { get; } = new("mb_way");

    /// <summary>MobilePay, Denmark and Finland.</summary>
    public static PaymentMethodType MobilePay { get; } = new("mobile_pay");

    /// <summary>MoMo wallet, Vietnam.</summary>
    public static PaymentMethodType Momo { get; } = new("momo");

    /// <summary>An ATM card through MoMo, Vietnam.</summary>
    public static PaymentMethodType MomoAtm { get; } = new("momo_atm");

    /// <summary>Multibanco reference, Portugal.</summary>
    public static PaymentMethodType Multibanco { get; } = new("multibanco");

    /// <summary>Online banking, Thailand.</summary>
    public static PaymentMethodType OnlineBankingThailand { get; } = new("online_banking_thailand");

    /// <summary>Online banking, Czechia.</summary>
    public static PaymentMethodType OnlineBankingCzechRepublic { get; } = new("online_banking_czech_republic");

    /// <summary>Online banking, Finland.</summary>
    public static PaymentMethodType OnlineBankingFinland { get; } = new("online_banking_finland");

    /// <summary>FPX online banking, Malaysia.</summary>
    public static PaymentMethodType OnlineBankingFpx { get; } = new("online_banking_fpx");

    /// <summary>Online banking, Poland.</summary>
    public static PaymentMethodType OnlineBankingPoland { get; } = new("online_banking_poland");

    /// <summary>Online banking, Slovakia.</summary>
    public static PaymentMethodType OnlineBankingSlovakia { get; } = new("online_banking_slovakia");

    /// <summary>Cash at an OXXO shop, Mexico.</summary>
    public static PaymentMethodType Oxxo { get; } = new("oxxo");

    /// <summary>PagoEfectivo, Peru.</summary>
    public static PaymentMethodType PagoEfectivo { get; } = new("pago_efectivo");

    /// <summary>A transfer to a Permata account, Indonesia.</summary>
    public static PaymentMethodType PermataBankTransfer { get; } = new("permata_bank_transfer");

    /// <summary>Open banking, United Kingdom.</summary>
    public static PaymentMethodType OpenBankingUk { get; } = new("open_banking_uk");

    /// <summary>PayBright instalments, Canada.</summary>
    public static PaymentMethodType PayBright { get; } = new("pay_bright");

    /// <summary>PayPal.</summary>
    public static PaymentMethodType PayPal { get; } = new("paypal");

    /// <summary>Paze, United States.</summary>
    public static PaymentMethodType Paze { get; } = new("paze");

    /// <summary>Pix, Brazil.</summary>
    public static PaymentMethodType Pix { get; } = new("pix");

    /// <summary>A paysafecard voucher.</summary>
    public static PaymentMethodType PaySafeCard { get; } = new("pay_safe_card");

    /// <summary>Przelewy24, Poland. Discontinued: the API ignores it.</summary>
    public static PaymentMethodType Przelewy24 { get; } = new("przelewy24");

    /// <summary>PromptPay, Thailand.</summary>
    public static PaymentMethodType PromptPay { get; } = new("prompt_pay");

    /// <summary>PSE bank payment, Colombia.</summary>
    public static PaymentMethodType Pse { get; } = new("pse");

    /// <summary>Redcompra, Chile.</summary>
    public static PaymentMethodType RedCompra { get; } = new("red_compra");

    /// <summary>Cash at RedPagos, Uruguay.</summary>
    public static PaymentMethodType RedPagos { get; } = new("red_pagos");

    /// <summary>Samsung Pay.</summary>
    public static PaymentMethodType SamsungPay { get; } = new("samsung_pay");

    /// <summary>A SEPA bank account, by direct debit.</summary>
    public static PaymentMethodType Sepa { get; } = new("sepa");

    /// <summary>A SEPA transfer.</summary>
    public static PaymentMethodType SepaBankTransfer { get; } = new("sepa_bank_transfer");

    /// <summary>Sofort.</summary>
    public static PaymentMethodType Sofort { get; } = new("sofort");

    /// <summary>Swish, Sweden.</summary>
    public static PaymentMethodType Swish { get; } = new("swish");

    /// <summary>Touch 'n Go, Malaysia.</summary>
    public static PaymentMethodType TouchNGo { get; } = new("touch_n_go");

    /// <summary>Trustly.</summary>
    public static PaymentMethodType Trustly { get; } = new("trustly");

    /// <summary>TWINT, Switzerland.</summary>
    public static PaymentMethodType Twint { get; } = new("twint");

    /// <summary>UPI, by a request to the customer's UPI id.</summary>
    public static PaymentMethodType UpiCollect { get; } = new("upi_collect");

    /// <summary>UPI, by opening the customer's UPI app.</summary>
    public static PaymentMethodType UpiIntent { get; } = new("upi_intent");

    /// <summary>Vipps, Norway.</summary>
    public static PaymentMethodType Vipps { get; } = new("vipps");

    /// <summary>VietQR, Vietnam.</summary>
    public static PaymentMethodType VietQr { get; } = new("viet_qr");

    /// <summary>Venmo, United States.</summary>
    public static PaymentMethodType Venmo { get; } = new("venmo");

    /// <summary>Walley, Nordic countries.</summary>
    public static PaymentMethodType Walley { get; } = new("walley");

    /// <summary>WeChat Pay.</summary>
    public static PaymentMethodType WeChatPay { get; } = new("we_chat_pay");

    /// <summary>Cash at a 7-Eleven shop, Japan.</summary>
    public static PaymentMethodType SevenEleven { get; } = new("seven_eleven");

    /// <summary>Cash at a Lawson shop, Japan.</summary>
    public static PaymentMethodType Lawson { get; } = new("lawson");

    /// <summary>Cash at a Ministop shop, Japan.</summary>
    public static PaymentMethodType MiniStop { get; } = new("mini_stop");

    /// <summary>Cash at a FamilyMart shop, Japan.</summary>
    public static PaymentMethodType FamilyMart { get; } = new("family_mart");

    /// <summary>Cash at a Seicomart shop, Japan.</summary>
    public static PaymentMethodType Seicomart { get; } = new("seicomart");

    /// <summary>Pay-easy, Japan.</summary>
    public static PaymentMethodType PayEasy { get; } = new("pay_easy");

    /// <summary>A local bank transfer.</summary>
    public static PaymentMethodType LocalBankTransfer { get; } = new("local_bank_transfer");

    /// <summary>MiFinity wallet.</summary>
    public static PaymentMethodType MiFinity { get; } = new("mifinity");

    /// <summary>A payment initiated through open banking.</summary>
    public static PaymentMethodType OpenBankingPis { get; } = new("open_banking_pis");

    /// <summary>The mobile phone bill.</summary>
    public static PaymentMethodType DirectCarrierBilling { get; } = new("direct_carrier_billing");

    /// <summary>An instant bank transfer.</summary>
    public static PaymentMethodType InstantBankTransfer { get; } = new("instant_bank_transfer");

    /// <summary>Billie, invoices for businesses.</summary>
    public static PaymentMethodType Billie { get; } = new("billie");

    /// <summary>Zip instalments.</summary>
    public static PaymentMethodType Zip { get; } = new("zip");

    /// <summary>Revolut Pay.</summary>
    public static PaymentMethodType RevolutPay { get; } = new("revolut_pay");

    /// <summary>Naver Pay, South Korea.</summary>
    public static PaymentMethodType NaverPay { get; } = new("naver_pay");

    /// <summary>PAYCO, South Korea.</summary>
    public static PaymentMethodType Payco { get; } = new("payco");

    /// <summary>Satispay, Italy.</summary>
    public static PaymentMethodType Satispay { get; } = new("satispay");

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
