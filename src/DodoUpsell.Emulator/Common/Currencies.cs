using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Common;

/// <summary>The ISO 4217 codes that the API accepts.</summary>
internal static class Currencies
{
    public static FrozenSet<string> All { get; } =
        """
            AED ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CHF CLP
            CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK
            HTG HUF IDR ILS INR IQD JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA
            MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR
            RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SZL THB TND TOP TRY TTD TWD TZS UAH
            UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the number of digits of the minor unit.</summary>
    public static int Decimals(string currency) =>
        currency switch
        {
            "BIF"
            or "CLP"
            or "DJF"
            or "GNF"
            or "JPY"
            or "KMF"
            or "KRW"
            or "MGA"
            or "PYG"
            or "RWF"
            or "UGX"
            or "VND"
            or "VUV"
            or "XAF"
            or "XOF"
            or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            _ => 2,
        };

    /// <summary>Returns the number of minor units in one unit.</summary>
    public static decimal MinorUnits(string currency) =>
        Decimals(currency) switch
        {
            0 => 1,
            3 => 1000,
            _ => 100,
        };

    /// <summary>Returns the minimum charge of the gateway in minor units, or null if no minimum is known.</summary>
    public static int? MinimumCharge(string currency) =>
        currency switch
        {
            "USD" or "EUR" or "AUD" or "CAD" or "CHF" or "SGD" or "BRL" => 50,
            "GBP" => 30,
            "INR" => 500,
            "JPY" or "KRW" => 50,
            "MXN" => 1000,
            "SEK" or "NOK" => 300,
            "PLN" => 200,
            "THB" => 2500,
            "ZAR" => 2000,
            _ => null,
        };
}
