namespace DodoUpsell.Charging;

/// <summary>
/// Creates the label of a saved payment method: its scheme or kind and the last four digits, the same in every culture.
/// </summary>
internal static class PaymentMethodLabel
{
    // Compared by the letters of the scheme only, because VISA is the only spelling that the API documents.
    private static readonly Dictionary<string, string> Schemes = new(StringComparer.Ordinal)
    {
        ["VISA"] = "Visa",
        ["MASTERCARD"] = "Mastercard",
        ["AMERICANEXPRESS"] = "American Express",
        ["AMEX"] = "American Express",
        ["DISCOVER"] = "Discover",
        ["DINERSCLUB"] = "Diners Club",
        ["DINERS"] = "Diners Club",
        ["JCB"] = "JCB",
        ["UNIONPAY"] = "UnionPay",
        ["MAESTRO"] = "Maestro",
        ["RUPAY"] = "RuPay",
        ["INTERAC"] = "Interac",
        ["CARTESBANCAIRES"] = "Cartes Bancaires",
    };

    private static readonly Dictionary<PaymentMethodType, string> Types = new()
    {
        [PaymentMethodType.ApplePay] = "Apple Pay",
        [PaymentMethodType.GooglePay] = "Google Pay",
        [PaymentMethodType.SamsungPay] = "Samsung Pay",
        [PaymentMethodType.AmazonPay] = "Amazon Pay",
        [PaymentMethodType.PayPal] = "PayPal",
        [PaymentMethodType.Cashapp] = "Cash App",
        [PaymentMethodType.RevolutPay] = "Revolut Pay",
        [PaymentMethodType.Venmo] = "Venmo",
        [PaymentMethodType.Paze] = "Paze",
        [PaymentMethodType.Ach] = "ACH debit",
        [PaymentMethodType.Sepa] = "SEPA debit",
        [PaymentMethodType.Bacs] = "Bacs debit",
        [PaymentMethodType.Becs] = "BECS debit",
        [PaymentMethodType.UpiCollect] = "UPI",
        [PaymentMethodType.UpiIntent] = "UPI",
        [PaymentMethodType.Klarna] = "Klarna",
    };

    private static readonly Dictionary<PaymentMethodFamily, string> Families = new()
    {
        [PaymentMethodFamily.Card] = "Card",
        [PaymentMethodFamily.CardRedirect] = "Card",
        [PaymentMethodFamily.Wallet] = "Wallet",
        [PaymentMethodFamily.BankDebit] = "Bank debit",
        [PaymentMethodFamily.Upi] = "UPI",
        [PaymentMethodFamily.GiftCard] = "Gift card",
    };

    public static string Of(SavedPaymentMethod method)
    {
        var name = NameOf(method);

        // Anything but four digits could be a larger part of the number than may be shown.
        return method.Card?.Last4Digits is { Length: 4 } last && last.All(char.IsAsciiDigit)
            ? $"{name} •••• {last}"
            : name;
    }

    // Customers know a wallet by its own name, whichever card it uses.
    private static string NameOf(SavedPaymentMethod method)
    {
        if (method.PaymentMethodType is { } type && Types.TryGetValue(type, out var typeName))
            return typeName;
        if (Scheme(method.Card?.CardNetwork) is { } scheme)
            return scheme;
        return Families.GetValueOrDefault(method.PaymentMethod) ?? (method.Card is null ? "Payment method" : "Card");
    }

    // A scheme without an entry here is shown as received, if it looks like a name.
    private static string? Scheme(string? network)
    {
        if (string.IsNullOrWhiteSpace(network))
            return null;
        var letters = string.Concat(network.Where(char.IsAsciiLetter)).ToUpperInvariant();
        if (Schemes.TryGetValue(letters, out var name))
            return name;
        var shown = network.Trim();
        return shown.Length <= 20 && shown.All(c => char.IsAsciiLetter(c) || c is ' ') ? shown : null;
    }
}
