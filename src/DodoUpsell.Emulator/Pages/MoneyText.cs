using System.Globalization;

namespace DodoUpsell.Emulator.Pages;

/// <summary>Amounts for people.</summary>
internal static class MoneyText
{
    public static string Of(long amount, string currency)
    {
        int decimals = Decimals(currency);
        decimal value = amount;
        for (int digit = 0; digit < decimals; digit++)
            value /= 10;

        return $"{value.ToString($"F{decimals}", CultureInfo.InvariantCulture)} {currency}";
    }

    private static int Decimals(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "JPY" or "KMF" or "KRW" or "MGA"
            or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };
}
