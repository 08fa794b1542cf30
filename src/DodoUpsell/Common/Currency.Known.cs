namespace DodoUpsell;

public readonly partial record struct Currency
{
    /// <summary>United Arab Emirates Dirham.</summary>
    public static Currency AED => new("AED");

    /// <summary>Albanian Lek.</summary>
    public static Currency ALL => new("ALL");

    /// <summary>Armenian Dram.</summary>
    public static Currency AMD => new("AMD");

    /// <summary>Netherlands Antillean Guilder.</summary>
    public static Currency ANG => new("ANG");

    /// <summary>Angolan Kwanza.</summary>
    public static Currency AOA => new("AOA");

    /// <summary>Argentine Peso.</summary>
    public static Currency ARS => new("ARS");

    /// <summary>Australian Dollar.</summary>
    public static Currency AUD => new("AUD");

    /// <summary>Aruban Florin.</summary>
    public static Currency AWG => new("AWG");

    /// <summary>Azerbaijani Manat.</summary>
    public static Currency AZN => new("AZN");

    /// <summary>Bosnia-Herzegovina Convertible Mark.</summary>
    public static Currency BAM => new("BAM");

    /// <summary>Barbadian Dollar.</summary>
    public static Currency BBD => new("BBD");

    /// <summary>Bangladeshi Taka.</summary>
    public static Currency BDT => new("BDT");

    /// <summary>Bulgarian Lev.</summary>
    public static Currency BGN => new("BGN");

    /// <summary>Bahraini Dinar.</summary>
    public static Currency BHD => new("BHD");

    /// <summary>Burundian Franc.</summary>
    public static Currency BIF => new("BIF");

    /// <summary>Bermudan Dollar.</summary>
    public static Currency BMD => new("BMD");

    /// <summary>Brunei Dollar.</summary>
    public static Currency BND => new("BND");

    /// <summary>Bolivian Boliviano.</summary>
    public static Currency BOB => new("BOB");

    /// <summary>Brazilian Real.</summary>
    public static Currency BRL => new("BRL");

    /// <summary>Bahamian Dollar.</summary>
    public static Currency BSD => new("BSD");

    /// <summary>Botswanan Pula.</summary>
    public static Currency BWP => new("BWP");

    /// <summary>Belarusian Ruble.</summary>
    public static Currency BYN => new("BYN");

    /// <summary>Belize Dollar.</summary>
    public static Currency BZD => new("BZD");

    /// <summary>Canadian Dollar.</summary>
    public static Currency CAD => new("CAD");

    /// <summary>Swiss Franc.</summary>
    public static Currency CHF => new("CHF");

    /// <summary>Chilean Peso.</summary>
    public static Currency CLP => new("CLP");

    /// <summary>Chinese Yuan.</summary>
    public static Currency CNY => new("CNY");

    /// <summary>Colombian Peso.</summary>
    public static Currency COP => new("COP");

    /// <summary>Costa Rican Colón.</summary>
    public static Currency CRC => new("CRC");

    /// <summary>Cuban Peso.</summary>
    public static Currency CUP => new("CUP");

    /// <summary>Cape Verdean Escudo.</summary>
    public static Currency CVE => new("CVE");

    /// <summary>Czech Koruna.</summary>
    public static Currency CZK => new("CZK");

    /// <summary>Djiboutian Franc.</summary>
    public static Currency DJF => new("DJF");

    /// <summary>Danish Krone.</summary>
    public static Currency DKK => new("DKK");

    /// <summary>Dominican Peso.</summary>
    public static Currency DOP => new("DOP");

    /// <summary>Algerian Dinar.</summary>
    public static Currency DZD => new("DZD");

    /// <summary>Egyptian Pound.</summary>
    public static Currency EGP => new("EGP");

    /// <summary>Ethiopian Birr.</summary>
    public static Currency ETB => new("ETB");

    /// <summary>Euro.</summary>
    public static Currency EUR => new("EUR");

    /// <summary>Fijian Dollar.</summary>
    public static Currency FJD => new("FJD");

    /// <summary>Falkland Islands Pound.</summary>
    public static Currency FKP => new("FKP");

    /// <summary>British Pound.</summary>
    public static Currency GBP => new("GBP");

    /// <summary>Georgian Lari.</summary>
    public static Currency GEL => new("GEL");

    /// <summary>Ghanaian Cedi.</summary>
    public static Currency GHS => new("GHS");

    /// <summary>Gibraltar Pound.</summary>
    public static Currency GIP => new("GIP");

    /// <summary>Gambian Dalasi.</summary>
    public static Currency GMD => new("GMD");

    /// <summary>Guinean Franc.</summary>
    public static Currency GNF => new("GNF");

    /// <summary>Guatemalan Quetzal.</summary>
    public static Currency GTQ => new("GTQ");

    /// <summary>Guyanaese Dollar.</summary>
    public static Currency GYD => new("GYD");

    /// <summary>Hong Kong Dollar.</summary>
    public static Currency HKD => new("HKD");

    /// <summary>Honduran Lempira.</summary>
    public static Currency HNL => new("HNL");

    /// <summary>Croatian Kuna.</summary>
    public static Currency HRK => new("HRK");

    /// <summary>Haitian Gourde.</summary>
    public static Currency HTG => new("HTG");

    /// <summary>Hungarian Forint.</summary>
    public static Currency HUF => new("HUF");

    /// <summary>Indonesian Rupiah.</summary>
    public static Currency IDR => new("IDR");

    /// <summary>Israeli New Shekel.</summary>
    public static Currency ILS => new("ILS");

    /// <summary>Indian Rupee.</summary>
    public static Currency INR => new("INR");

    /// <summary>Iraqi Dinar.</summary>
    public static Currency IQD => new("IQD");

    /// <summary>Jamaican Dollar.</summary>
    public static Currency JMD => new("JMD");

    /// <summary>Jordanian Dinar.</summary>
    public static Currency JOD => new("JOD");

    /// <summary>Japanese Yen.</summary>
    public static Currency JPY => new("JPY");

    /// <summary>Kenyan Shilling.</summary>
    public static Currency KES => new("KES");

    /// <summary>Kyrgyz Som.</summary>
    public static Currency KGS => new("KGS");

    /// <summary>Cambodian Riel.</summary>
    public static Currency KHR => new("KHR");

    /// <summary>Comorian Franc.</summary>
    public static Currency KMF => new("KMF");

    /// <summary>South Korean Won.</summary>
    public static Currency KRW => new("KRW");

    /// <summary>Kuwaiti Dinar.</summary>
    public static Currency KWD => new("KWD");

    /// <summary>Cayman Islands Dollar.</summary>
    public static Currency KYD => new("KYD");

    /// <summary>Kazakhstani Tenge.</summary>
    public static Currency KZT => new("KZT");

    /// <summary>Laotian Kip.</summary>
    public static Currency LAK => new("LAK");

    /// <summary>Lebanese Pound.</summary>
    public static Currency LBP => new("LBP");

    /// <summary>Sri Lankan Rupee.</summary>
    public static Currency LKR => new("LKR");

    /// <summary>Liberian Dollar.</summary>
    public static Currency LRD => new("LRD");

    /// <summary>Lesotho Loti.</summary>
    public static Currency LSL => new("LSL");

    /// <summary>Libyan Dinar.</summary>
    public static Currency LYD => new("LYD");

    /// <summary>Moroccan Dirham.</summary>
    public static Currency MAD => new("MAD");

    /// <summary>Moldovan Leu.</summary>
    public static Currency MDL => new("MDL");

    /// <summary>Malagasy Ariary.</summary>
    public static Currency MGA => new("MGA");

    /// <summary>Macedonian Denar.</summary>
    public static Currency MKD => new("MKD");

    /// <summary>Myanmar Kyat.</summary>
    public static Currency MMK => new("MMK");

    /// <summary>Mongolian Tugrik.</summary>
    public static Currency MNT => new("MNT");

    /// <summary>Macanese Pataca.</summary>
    public static Currency MOP => new("MOP");

    /// <summary>Mauritanian Ouguiya.</summary>
    public static Currency MRU => new("MRU");

    /// <summary>Mauritian Rupee.</summary>
    public static Currency MUR => new("MUR");

    /// <summary>Maldivian Rufiyaa.</summary>
    public static Currency MVR => new("MVR");

    /// <summary>Malawian Kwacha.</summary>
    public static Currency MWK => new("MWK");

    /// <summary>Mexican Peso.</summary>
    public static Currency MXN => new("MXN");

    /// <summary>Malaysian Ringgit.</summary>
    public static Currency MYR => new("MYR");

    /// <summary>Mozambican Metical.</summary>
    public static Currency MZN => new("MZN");

    /// <summary>Namibian Dollar.</summary>
    public static Currency NAD => new("NAD");

    /// <summary>Nigerian Naira.</summary>
    public static Currency NGN => new("NGN");

    /// <summary>Nicaraguan Córdoba.</summary>
    public static Currency NIO => new("NIO");

    /// <summary>Norwegian Krone.</summary>
    public static Currency NOK => new("NOK");

    /// <summary>Nepalese Rupee.</summary>
    public static Currency NPR => new("NPR");

    /// <summary>New Zealand Dollar.</summary>
    public static Currency NZD => new("NZD");

    /// <summary>Omani Rial.</summary>
    public static Currency OMR => new("OMR");

    /// <summary>Panamanian Balboa.</summary>
    public static Currency PAB => new("PAB");

    /// <summary>Peruvian Sol.</summary>
    public static Currency PEN => new("PEN");

    /// <summary>Papua New Guinean Kina.</summary>
    public static Currency PGK => new("PGK");

    /// <summary>Philippine Peso.</summary>
    public static Currency PHP => new("PHP");

    /// <summary>Pakistani Rupee.</summary>
    public static Currency PKR => new("PKR");

    /// <summary>Polish Zloty.</summary>
    public static Currency PLN => new("PLN");

    /// <summary>Paraguayan Guarani.</summary>
    public static Currency PYG => new("PYG");

    /// <summary>Qatari Riyal.</summary>
    public static Currency QAR => new("QAR");

    /// <summary>Romanian Leu.</summary>
    public static Currency RON => new("RON");

    /// <summary>Serbian Dinar.</summary>
    public static Currency RSD => new("RSD");

    /// <summary>Russian Ruble.</summary>
    public static Currency RUB => new("RUB");

    /// <summary>Rwandan Franc.</summary>
    public static Currency RWF => new("RWF");

    /// <summary>Saudi Riyal.</summary>
    public static Currency SAR => new("SAR");

    /// <summary>Solomon Islands Dollar.</summary>
    public static Currency SBD => new("SBD");

    /// <summary>Seychellois Rupee.</summary>
    public static Currency SCR => new("SCR");

    /// <summary>Swedish Krona.</summary>
    public static Currency SEK => new("SEK");

    /// <summary>Singapore Dollar.</summary>
    public static Currency SGD => new("SGD");

    /// <summary>St. Helena Pound.</summary>
    public static Currency SHP => new("SHP");

    /// <summary>Sierra Leonean Leone.</summary>
    public static Currency SLE => new("SLE");

    /// <summary>Sierra Leonean Leone (1964—2022).</summary>
    public static Currency SLL => new("SLL");

    /// <summary>Somali Shilling.</summary>
    public static Currency SOS => new("SOS");

    /// <summary>Surinamese Dollar.</summary>
    public static Currency SRD => new("SRD");

    /// <summary>South Sudanese Pound.</summary>
    public static Currency SSP => new("SSP");

    /// <summary>São Tomé &amp; Príncipe Dobra.</summary>
    public static Currency STN => new("STN");

    /// <summary>Salvadoran Colón.</summary>
    public static Currency SVC => new("SVC");

    /// <summary>Swazi Lilangeni.</summary>
    public static Currency SZL => new("SZL");

    /// <summary>Thai Baht.</summary>
    public static Currency THB => new("THB");

    /// <summary>Tunisian Dinar.</summary>
    public static Currency TND => new("TND");

    /// <summary>Tongan Paʻanga.</summary>
    public static Currency TOP => new("TOP");

    /// <summary>Turkish Lira.</summary>
    public static Currency TRY => new("TRY");

    /// <summary>Trinidad &amp; Tobago Dollar.</summary>
    public static Currency TTD => new("TTD");

    /// <summary>New Taiwan Dollar.</summary>
    public static Currency TWD => new("TWD");

    /// <summary>Tanzanian Shilling.</summary>
    public static Currency TZS => new("TZS");

    /// <summary>Ukrainian Hryvnia.</summary>
    public static Currency UAH => new("UAH");

    /// <summary>Ugandan Shilling.</summary>
    public static Currency UGX => new("UGX");

    /// <summary>US Dollar.</summary>
    public static Currency USD => new("USD");

    /// <summary>Uruguayan Peso.</summary>
    public static Currency UYU => new("UYU");

    /// <summary>Uzbekistani Som.</summary>
    public static Currency UZS => new("UZS");

    /// <summary>Venezuelan Bolívar.</summary>
    public static Currency VES => new("VES");

    /// <summary>Vietnamese Dong.</summary>
    public static Currency VND => new("VND");

    /// <summary>Vanuatu Vatu.</summary>
    public static Currency VUV => new("VUV");

    /// <summary>Samoan Tala.</summary>
    public static Currency WST => new("WST");

    /// <summary>Central African CFA Franc.</summary>
    public static Currency XAF => new("XAF");

    /// <summary>East Caribbean Dollar.</summary>
    public static Currency XCD => new("XCD");

    /// <summary>West African CFA Franc.</summary>
    public static Currency XOF => new("XOF");

    /// <summary>CFP Franc.</summary>
    public static Currency XPF => new("XPF");

    /// <summary>Yemeni Rial.</summary>
    public static Currency YER => new("YER");

    /// <summary>South African Rand.</summary>
    public static Currency ZAR => new("ZAR");

    /// <summary>Zambian Kwacha.</summary>
    public static Currency ZMW => new("ZMW");

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
