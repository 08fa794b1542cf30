using System.Globalization;

namespace DodoUpsell;

/// <summary>
/// Formats money for display. The culture determines the separators and the position of the symbol, the currency the
/// number of decimals.
/// </summary>
internal static class MoneyFormat
{
    // Symbols that are unambiguous everywhere. The dollar sign is not: it is used if it is the culture's own symbol,
    // otherwise US$.
    private static readonly Dictionary<Currency, string> Symbols = new()
    {
        [Currency.EUR] = "€",
        [Currency.GBP] = "£",
        [Currency.JPY] = "¥",
        [Currency.INR] = "₹",
        [Currency.KRW] = "₩",
        [Currency.VND] = "₫",
        [Currency.ILS] = "₪",
        [Currency.PHP] = "₱",
        [Currency.TRY] = "₺",
        [Currency.UAH] = "₴",
        [Currency.USD] = "US$",
        [Currency.CAD] = "CA$",
        [Currency.AUD] = "A$",
        [Currency.NZD] = "NZ$",
        [Currency.MXN] = "MX$",
        [Currency.BRL] = "R$",
    };

    public static string Format(Money money, IFormatProvider? provider)
    {
        var culture = provider as CultureInfo ?? CultureInfo.CurrentCulture;
        var format = (NumberFormatInfo)NumberFormatInfo.GetInstance(provider ?? culture).Clone();
        format.CurrencyDecimalDigits = money.Currency.MinorUnitDigits;
        format.CurrencySymbol = Symbol(money.Currency, culture);

        // A currency code needs a space between it and the digits: patterns 0 and 1 have none, 2 and 3 have one.
        if (format.CurrencySymbol.Length == 3 && format.CurrencySymbol.All(char.IsAsciiLetterUpper))
        {
            if (format.CurrencyPositivePattern < 2)
                format.CurrencyPositivePattern += 2;
            format.CurrencyNegativePattern = format.CurrencyPositivePattern == 2 ? 9 : 8;
        }

        return money.MajorUnits.ToString("C", format);
    }

    private static string Symbol(Currency currency, CultureInfo culture)
    {
        if (!culture.IsNeutralCulture && culture.Name.Length > 0)
        {
            var region = new RegionInfo(culture.Name);
            if (string.Equals(region.ISOCurrencySymbol, currency.Value, StringComparison.Ordinal))
                return culture.NumberFormat.CurrencySymbol;
        }

        return Symbols.TryGetValue(currency, out var symbol) ? symbol : currency.Value;
    }
}
