namespace DodoUpsell;

public readonly partial record struct Currency
{
    /// <summary>United Arab Emirates Dirham.</summary>
    public static Currency AED { get; } = new("AED");

    /// <summary>Albanian Lek.</summary>
    public static Currency ALL { get; } = new("ALL");

    /// <summary>Armenian Dram.</summary>
    public static Currency AMD { get; } = new("AMD");

    /// <summary>Netherlands Antillean Guilder.</summary>
    public static Currency ANG { get; } = new("ANG");

    /// <summary>Angolan Kwanza.</summary>
    public static Currency AOA { get; } = new("AOA");

    /// <summary>Argentine Peso.</summary>
    public static Currency ARS { get; } = new("ARS");

    /// <summary>Australian Dollar.</summary>
    public static Currency AUD { get; } = new("AUD");

    /// <summary>Aruban Florin.</summary>
    public static Currency AWG { get; } = new("AWG");

    /// <summary>Azerbaijani Manat.</summary>
    public static Currency AZN { get; } = new("AZN");

    /// <summary>Bosnia-Herzegovina Convertible Mark.</summary>
    public static Currency BAM { get; } = new("BAM");

    /// <summary>Barbadian Dollar.</summary>
    public static Currency BBD { get; } = new("BBD");

    /// <summary>Bangladeshi Taka.</summary>
    public static Currency BDT { get; } = new("BDT");

    /// <summary>Bulgarian Lev.</summary>
    public static Currency BGN { get; } = new("BGN");

    /// <summary>Bahraini Dinar.</summary>
    public static Currency BHD { get; } = new("BHD");

    /// <summary>Burundian Franc.</summary>
    public static Currency BIF { get; } = new("BIF");

    /// <summary>Bermudan Dollar.</summary>
    public static Currency BMD { get; } = new("BMD");

    /// <summary>Brunei Dollar.</summary>
    public static Currency BND { get; } = new("BND");

    /// <summary>Bolivian Boliviano.</summary>
    public static Currency BOB { get; } = new("BOB");

    /// <summary>Brazilian Real.</summary>
    public static Currency BRL { get; } = new("BRL");

    /// <summary>Bahamian Dollar.</summary>
    public static Currency BSD { get; } = new("BSD");

    /// <summary>Botswanan Pula.</summary>
    public static Currency BWP { get; } = new("BWP");

    /// <summary>Belarusian Ruble.</summary>
    public static Currency BYN { get; } = new("BYN");

    /// <summary>Belize Dollar.</summary>
    public static Currency BZD { get; } = new("BZD");

    /// <summary>Canadian Dollar.</summary>
    public static Currency CAD { get; } = new("CAD");

    /// <summary>Swiss Franc.</summary>
    public static Currency CHF { get; } = new("CHF");

    /// <summary>Chilean Peso.</summary>
    public static Currency CLP { get; } = new("CLP");

    /// <summary>Chinese Yuan.</summary>
    public static Currency CNY { get; } = new("CNY");

    /// <summary>Colombian Peso.</summary>
    public static Currency COP { get; } = new("COP");

    /// <summary>Costa Rican Colón.</summary>
    public static Currency CRC { get; } = new("CRC");

    /// <summary>Cuban Peso.</summary>
    public static Currency CUP { get; } = new("CUP");

    /// <summary>Cape Verdean Escudo.</summary>
    public static Currency CVE { get; } = new("CVE");

    /// <summary>Czech Koruna.</summary>
    public static Currency CZK { get; } = new("CZK");

    /// <summary>Djiboutian Franc.</summary>
    public static Currency DJF { get; } = new("DJF");

    /// <summary>Danish Krone.</summary>
    public static Currency DKK { get; } = new("DKK");

    /// <summary>Dominican Peso.</summary>
    public static Currency DOP { get; } = new("DOP");

    /// <summary>Algerian Dinar.</summary>
    public static Currency DZD { get; } = new("DZD");

    /// <summary>Egyptian Pound.</summary>
    public static Currency EGP { get; } = new("EGP");

    /// <summary>Ethiopian Birr.</summary>
    public static Currency ETB { get; } = new("ETB");

    /// <summary>Euro.</summary>
    public static Currency EUR { get; } = new("EUR");

    /// <summary>Fijian Dollar.</summary>
    public static Currency FJD { get; } = new("FJD");

    /// <summary>Falkland Islands Pound.</summary>
    public static Currency FKP { get; } = new("FKP");

    /// <summary>British Pound.</summary>
    public static Currency GBP { get; } = new("GBP");

    /// <summary>Georgian Lari.</summary>
    public static Currency GEL { get; } = new("GEL");

    /// <summary>Ghanaian Cedi.</summary>
    public static Currency GHS { get; } = new("GHS");

    /// <summary>Gibraltar Pound.</summary>
    public static Currency GIP { get; } = new("GIP");

    /// <summary>Gambian Dalasi.</summary>
    public static Currency GMD { get; } = new("GMD");

    /// <summary>Guinean Franc.</summary>
    public static Currency GNF { get; } = new("GNF");

    /// <summary>Guatemalan Quetzal.</summary>
    public static Currency GTQ { get; } = new("GTQ");

    /// <summary>Guyanaese Dollar.</summary>
    public static Currency GYD { get; } = new("GYD");

    /// <summary>Hong Kong Dollar.</summary>
    public static Currency HKD { get; } = new("HKD");

    /// <summary>Honduran Lempira.</summary>
    public static Currency HNL { get; } = new("HNL");

    /// <summary>Croatian Kuna.</summary>
    public static Currency HRK { get; } = new("HRK");

    /// <summary>Haitian Gourde.</summary>
    public static Currency HTG { get; } = new("HTG");

    /// <summary>Hungarian Forint.</summary>
    public static Currency HUF { get; } = new("HUF");

    /// <summary>Indonesian Rupiah.</summary>
    public static Currency IDR { get; } = new("IDR");

    /// <summary>Israeli New Shekel.</summary>
    public static Currency ILS { get; } = new("ILS");

    /// <summary>Indian Rupee.</summary>
    public static Currency INR { get; } = new("INR");

    /// <summary>Iraqi Dinar.</summary>
    public static Currency IQD { get; } = new("IQD");

    /// <summary>Jamaican Dollar.</summary>
    public static Currency JMD { get; } = new("JMD");

    /// <summary>Jordanian Dinar.</summary>
    public static Currency JOD { get; } = new("JOD");

    /// <summary>Japanese Yen.</summary>
    public static Currency JPY { get; } = new("JPY");

    /// <summary>Kenyan Shilling.</summary>
    public static Currency KES { get; } = new("KES");

    /// <summary>Kyrgyz Som.</summary>
    public static Currency KGS { get; } = new("KGS");

    /// <summary>Cambodian Riel.</summary>
    public static Currency KHR { get; } = new("KHR");

    /// <summary>Comorian Franc.</summary>
    public static Currency KMF { get; } = new("KMF");

    /// <summary>South Korean Won.</summary>
    public static Currency KRW { get; } = new("KRW");

    /// <summary>Kuwaiti Dinar.</summary>
    public static Currency KWD { get; } = new("KWD");

    /// <summary>Cayman Islands Dollar.</summary>
    public static Currency KYD { get; } = new("KYD");

    /// <summary>Kazakhstani Tenge.</summary>
    public static Currency KZT { get; } = new("KZT");

    /// <summary>Laotian Kip.</summary>
    public static Currency LAK { get; } = new("LAK");

    /// <summary>Lebanese Pound.</summary>
    public static Currency LBP { get; } = new("LBP");

    /// <summary>Sri Lankan Rupee.</summary>
    public static Currency LKR { get; } = new("LKR");

    /// <summary>Liberian Dollar.</summary>
    public static Currency LRD { get; } = new("LRD");

    /// <summary>Lesotho Loti.</summary>
    public static Currency LSL { get; } = new("LSL");

    /// <summary>Libyan Dinar.</summary>
    public static Currency LYD { get; } = new("LYD");

    /// <summary>Moroccan Dirham.</summary>
    public static Currency MAD { get; } = new("MAD");

    /// <summary>Moldovan Leu.</summary>
    public static Currency MDL { get; } = new("MDL");

    /// <summary>Malagasy Ariary.</summary>
    public static Currency MGA { get; } = new("MGA");

    /// <summary>Macedonian Denar.</summary>
    public static Currency MKD { get; } = new("MKD");

    /// <summary>Myanmar Kyat.</summary>
    public static Currency MMK { get; } = new("MMK");

    /// <summary>Mongolian Tugrik.</summary>
    public static Currency MNT { get; } = new("MNT");

    /// <summary>Macanese Pataca.</summary>
    public static Currency MOP { get; } = new("MOP");

    /// <summary>Mauritanian Ouguiya.</summary>
    public static Currency MRU { get; } = new("MRU");

    /// <summary>Mauritian Rupee.</summary>
    public static Currency MUR { get; } = new("MUR");

    /// <summary>Maldivian Rufiyaa.</summary>
    public static Currency MVR { get; } = new("MVR");

    /// <summary>Malawian Kwacha.</summary>
    public static Currency MWK { get; } = new("MWK");

    /// <summary>Mexican Peso.</summary>
    public static Currency MXN { get; } = new("MXN");

    /// <summary>Malaysian Ringgit.</summary>
    public static Currency MYR { get; } = new("MYR");

    /// <summary>Mozambican Metical.</summary>
    public static Currency MZN { get; } = new("MZN");

    /// <summary>Namibian Dollar.</summary>
    public static Currency NAD { get; } = new("NAD");

    /// <summary>Nigerian Naira.</summary>
    public static Currency NGN { get; } = new("NGN");

    /// <summary>Nicaraguan Córdoba.</summary>
    public static Currency NIO { get; } = new("NIO");

    /// <summary>Norwegian Krone.</summary>
    public static Currency NOK { get; } = new("NOK");

    /// <summary>Nepalese Rupee.</summary>
    public static Currency NPR { get; } = new("NPR");

    /// <summary>New Zealand Dollar.</summary>
    public static Currency NZD { get; } = new("NZD");

    /// <summary>Omani Rial.</summary>
    public static Currency OMR { get; } = new("OMR");

    /// <summary>Panamanian Balboa.</summary>
    public static Currency PAB { get; } = new("PAB");

    /// <summary>Peruvian Sol.</summary>
    public static Currency PEN { get; } = new("PEN");

    /// <summary>Papua New Guinean Kina.</summary>
    public static Currency PGK { get; } = new("PGK");

    /// <summary>Philippine Peso.</summary>
    public static Currency PHP { get; } = new("PHP");

    /// <summary>Pakistani Rupee.</summary>
    public static Currency PKR { get; } = new("PKR");

    /// <summary>Polish Zloty.</summary>
    public static Currency PLN { get; } = new("PLN");

    /// <summary>Paraguayan Guarani.</summary>
    public static Currency PYG { get; } = new("PYG");

    /// <summary>Qatari Riyal.</summary>
    public static Currency QAR { get; } = new("QAR");

    /// <summary>Romanian Leu.</summary>
    public static Currency RON { get; } = new("RON");

    /// <summary>Serbian Dinar.</summary>
    public static Currency RSD { get; } = new("RSD");

    /// <summary>Russian Ruble.</summary>
    public static Currency RUB { get; } = new("RUB");

    /// <summary>Rwandan Franc.</summary>
    public static Currency RWF { get; } = new("RWF");

    /// <summary>Saudi Riyal.</summary>
    public static Currency SAR { get; } = new("SAR");

    /// <summary>Solomon Islands Dollar.</summary>
    public static Currency SBD { get; } = new("SBD");

    /// <summary>Seychellois Rupee.</summary>
    public static Currency SCR { get; } = new("SCR");

    /// <summary>Swedish Krona.</summary>
    public static Currency SEK { get; } = new("SEK");

    /// <summary>Singapore Dollar.</summary>
    public static Currency SGD { get; } = new("SGD");

    /// <summary>St. Helena Pound.</summary>
    public static Currency SHP { get; } = new("SHP");

    /// <summary>Sierra Leonean Leone.</summary>
    public static Currency SLE { get; } = new("SLE");

    /// <summary>Sierra Leonean Leone (1964—2022).</summary>
    public static Currency SLL { get; } = new("SLL");

    /// <summary>Somali Shilling.</summary>
    public static Currency SOS { get; } = new("SOS");

    /// <summary>Surinamese Dollar.</summary>
    public static Currency SRD { get; } = new("SRD");

    /// <summary>South Sudanese Pound.</summary>
    public static Currency SSP { get; } = new("SSP");

    /// <summary>São Tomé &amp; Príncipe Dobra.</summary>
    public static Currency STN { get; } = new("STN");

    /// <summary>Salvadoran Colón.</summary>
    public static Currency SVC { get; } = new("SVC");

    /// <summary>Swazi Lilangeni.</summary>
    public static Currency SZL { get; } = new("SZL");

    /// <summary>Thai Baht.</summary>
    public static Currency THB { get; } = new("THB");

    /// <summary>Tunisian Dinar.</summary>
    public static Currency TND { get; } = new("TND");

    /// <summary>Tongan Paʻanga.</summary>
    public static Currency TOP { get; } = new("TOP");

    /// <summary>Turkish Lira.</summary>
    public static Currency TRY { get; } = new("TRY");

    /// <summary>Trinidad &amp; Tobago Dollar.</summary>
    public static Currency TTD { get; } = new("TTD");

    /// <summary>New Taiwan Dollar.</summary>
    public static Currency TWD { get; } = new("TWD");

    /// <summary>Tanzanian Shilling.</summary>
    public static Currency TZS { get; } = new("TZS");

    /// <summary>Ukrainian Hryvnia.</summary>
    public static Currency UAH { get; } = new("UAH");

    /// <summary>Ugandan Shilling.</summary>
    public static Currency UGX { get; } = new("UGX");

    /// <summary>US Dollar.</summary>
    public static Currency USD { get; } = new("USD");

    /// <summary>Uruguayan Peso.</summary>
    public static Currency UYU { get; } = new("UYU");

    /// <summary>Uzbekistani Som.</summary>
    public static Currency UZS { get; } = new("UZS");

    /// <summary>Venezuelan Bolívar.</summary>
    public static Currency VES { get; } = new("VES");

    /// <summary>Vietnamese Dong.</summary>
    public static Currency VND { get; } = new("VND");

    /// <summary>Vanuatu Vatu.</summary>
    public static Currency VUV { get; } = new("VUV");

    /// <summary>Samoan Tala.</summary>
    public static Currency WST { get; } = new("WST");

    /// <summary>Central African CFA Franc.</summary>
    public static Currency XAF { get; } = new("XAF");

    /// <summary>East Caribbean Dollar.</summary>
    public static Currency XCD { get; } = new("XCD");

    /// <summary>West African CFA Franc.</summary>
    public static Currency XOF { get; } = new("XOF");

    /// <summary>CFP Franc.</summary>
    public static Currency XPF { get; } = new("XPF");

    /// <summary>Yemeni Rial.</summary>
    public static Currency YER { get; } = new("YER");

    /// <summary>South African Rand.</summary>
    public static Currency ZAR { get; } = new("ZAR");

    /// <summary>Zambian Kwacha.</summary>
    public static Currency ZMW { get; } = new("ZMW");

    /// <inheritdoc/>
    public static IReadOnlyList<Currency> KnownValues { get; } =
    [
        AED,
        ALL,
        AMD,
        ANG,
        AOA,
        ARS,
        AUD,
        AWG,
        AZN,
        BAM,
        BBD,
        BDT,
        BGN,
        BHD,
        BIF,
        BMD,
        BND,
        BOB,
        BRL,
        BSD,
        BWP,
        BYN,
        BZD,
        CAD,
        CHF,
        CLP,
        CNY,
        COP,
        CRC,
        CUP,
        CVE,
        CZK,
        DJF,
        DKK,
        DOP,
        DZD,
        EGP,
        ETB,
        EUR,
        FJD,
        FKP,
        GBP,
        GEL,
        GHS,
        GIP,
        GMD,
        GNF,
        GTQ,
        GYD,
        HKD,
        HNL,
        HRK,
        HTG,
        HUF,
        IDR,
        ILS,
        INR,
        IQD,
        JMD,
        JOD,
        JPY,
        KES,
        KGS,
        KHR,
        KMF,
        KRW,
        KWD,
        KYD,
        KZT,
        LAK,
        LBP,
        LKR,
        LRD,
        LSL,
        LYD,
        MAD,
        MDL,
        MGA,
        MKD,
        MMK,
        MNT,
        MOP,
        MRU,
        MUR,
        MVR,
        MWK,
        MXN,
        MYR,
        MZN,
        NAD,
        NGN,
        NIO,
        NOK,
        NPR,
        NZD,
        OMR,
        PAB,
        PEN,
        PGK,
        PHP,
        PKR,
        PLN,
        PYG,
        QAR,
        RON,
        RSD,
        RUB,
        RWF,
        SAR,
        SBD,
        SCR,
        SEK,
        SGD,
        SHP,
        SLE,
        SLL,
        SOS,
        SRD,
        SSP,
        STN,
        SVC,
        SZL,
        THB,
        TND,
        TOP,
        TRY,
        TTD,
        TWD,
        TZS,
        UAH,
        UGX,
        USD,
        UYU,
        UZS,
        VES,
        VND,
        VUV,
        WST,
        XAF,
        XCD,
        XOF,
        XPF,
        YER,
        ZAR,
        ZMW,
    ];
}
