using System.Globalization;
using DodoUpsell.Emulator.Common;

namespace DodoUpsell.Emulator.Pages;

/// <summary>Amounts for people.</summary>
internal static class MoneyText
{
    public static string Of(long amount, string currency)
    {
        int decimals = Currencies.Decimals(currency);
        decimal value = amount / Currencies.MinorUnits(currency);
        return $"{value.ToString($"F{decimals}", CultureInfo.InvariantCulture)} {currency}";
    }
}
