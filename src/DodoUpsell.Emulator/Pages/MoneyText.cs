using System.Globalization;
using DodoUpsell.Emulator.Common;

namespace DodoUpsell.Emulator.Pages;

/// <summary>Formats amounts for people, in English: <c>$1,234.50</c>, <c>¥4,900</c>, <c>KWD 4.900</c>.</summary>
internal static class MoneyText
{
    private const char NoBreakSpace = '\u00a0';

    /// <summary>Formats an amount in minor units.</summary>
    public static string Of(long amount, string currency)
    {
        var sign = amount < 0 ? "-" : string.Empty;
        var number = Math.Abs((decimal)amount / Currencies.MinorUnits(currency))
            .ToString($"N{Currencies.Decimals(currency)}", CultureInfo.InvariantCulture);
        return Symbol(currency) is { } symbol ? $"{sign}{symbol}{number}" : $"{sign}{currency}{NoBreakSpace}{number}";
    }

    /// <summary>Formats an amount for a form: digits and a point, without a currency.</summary>
    public static string Plain(long amount, string currency) =>
        ((decimal)amount / Currencies.MinorUnits(currency)).ToString(
            $"F{Currencies.Decimals(currency)}",
            CultureInfo.InvariantCulture
        );

    /// <summary>
    /// Reads an amount as a person types it, for example <c>12.50</c>. Returns null if it is not an amount of the
    /// currency, or is too large.
    /// </summary>
    public static int? Read(string text, string currency)
    {
        if (
            !decimal.TryParse(
                text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out var number
            )
            || number > int.MaxValue
        )
            return null;

        var minor = number * Currencies.MinorUnits(currency);
        return minor == decimal.Truncate(minor) && minor <= int.MaxValue ? (int)minor : null;
    }

    // Currencies without a symbol that is clear to everybody are shown by their code.
    private static string? Symbol(string currency) =>
        currency switch
        {
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            "JPY" => "¥",
            "INR" => "₹",
            "AUD" => "A$",
            "BRL" => "R$",
            "CAD" => "CA$",
            "CNY" => "CN¥",
            "HKD" => "HK$",
            "ILS" => "₪",
            "KRW" => "₩",
            "MXN" => "MX$",
            "NZD" => "NZ$",
            "PHP" => "₱",
            "TWD" => "NT$",
            "VND" => "₫",
            _ => null,
        };
}
