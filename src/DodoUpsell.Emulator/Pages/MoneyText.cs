using System.Globalization;
using DodoUpsell.Emulator.Common;

namespace DodoUpsell.Emulator.Pages;

/// <summary>Formats amounts for the pages.</summary>
internal static class MoneyText
{
    public static string Of(long amount, string currency)
    {
        var decimals = Currencies.Decimals(currency);
        var value = amount / Currencies.MinorUnits(currency);
        return $"{value.ToString($"F{decimals}", CultureInfo.InvariantCulture)} {currency}";
    }
}
