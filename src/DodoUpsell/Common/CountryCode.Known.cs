namespace DodoUpsell;

public readonly partial record struct CountryCode
{
    /// <summary>Afghanistan.</summary>
    public static CountryCode AF => new("AF");

    /// <summary>Åland Islands.</summary>
    public static CountryCode AX => new("AX");

    /// <summary>Albania.</summary>
    public static CountryCode AL => new("AL");

    /// <summary>Algeria.</summary>
    public static CountryCode DZ => new("DZ");

    /// <summary>American Samoa.</summary>
    public static CountryCode AS => new("AS");

    /// <summary>Andorra.</summary>
    public static CountryCode AD => new("AD");

    /// <summary>Angola.</summary>
    public static CountryCode AO => new("AO");

    /// <summary>Anguilla.</summary>
    public static CountryCode AI => new("AI");

    /// <summary>Antarctica.</summary>
    public static CountryCode AQ => new("AQ");

    /// <summary>Antigua &amp; Barbuda.</summary>
    public static CountryCode AG => new("AG");

    /// <summary>Argentina.</summary>
    public static CountryCode AR => new("AR");

    /// <summary>Armenia.</summary>
    public static CountryCode AM => new("AM");

    /// <summary>Aruba.</summary>
    public static CountryCode AW => new("AW");

    /// <summary>Australia.</summary>
    public static CountryCode AU => new("AU");

    /// <summary>Austria.</summary>
    public static CountryCode AT => new("AT");

    /// <summary>Azerbaijan.</summary>
    public static CountryCode AZ => new("AZ");

    /// <summary>Bahamas.</summary>
    public static CountryCode BS => new("BS");

    /// <summary>Bahrain.</summary>
    public static CountryCode BH => new("BH");

    /// <summary>Bangladesh.</summary>
    public static CountryCode BD => new("BD");

    /// <summary>Barbados.</summary>
    public static CountryCode BB => new("BB");

    /// <summary>Belarus.</summary>
    public static CountryCode BY => new("BY");

    /// <summary>Belgium.</summary>
    public static CountryCode BE => new("BE");

    /// <summary>Belize.</summary>
    public static CountryCode BZ => new("BZ");

    /// <summary>Benin.</summary>
    public static CountryCode BJ => new("BJ");

    /// <summary>Bermuda.</summary>
    public static CountryCode BM => new("BM");

    /// <summary>Bhutan.</summary>
    public static CountryCode BT => new("BT");

    /// <summary>Bolivia.</summary>
    public static CountryCode BO => new("BO");

    /// <summary>Caribbean Netherlands.</summary>
    public static CountryCode BQ => new("BQ");

    /// <summary>Bosnia &amp; Herzegovina.</summary>
    public static CountryCode BA => new("BA");

    /// <summary>Botswana.</summary>
    public static CountryCode BW => new("BW");

    /// <summary>Bouvet Island.</summary>
    public static CountryCode BV => new("BV");

    /// <summary>Brazil.</summary>
    public static CountryCode BR => new("BR");

    /// <summary>British Indian Ocean Territory.</summary>
    public static CountryCode IO => new("IO");

    /// <summary>Brunei.</summary>
    public static CountryCode BN => new("BN");

    /// <summary>Bulgaria.</summary>
    public static CountryCode BG => new("BG");

    /// <summary>Burkina Faso.</summary>
    public static CountryCode BF => new("BF");

    /// <summary>Burundi.</summary>
    public static CountryCode BI => new("BI");

    /// <summary>Cambodia.</summary>
    public static CountryCode KH => new("KH");

    /// <summary>Cameroon.</summary>
    public static CountryCode CM => new("CM");

    /// <summary>Canada.</summary>
    public static CountryCode CA => new("CA");

    /// <summary>Cape Verde.</summary>
    public static CountryCode CV => new("CV");

    /// <summary>Cayman Islands.</summary>
    public static CountryCode KY => new("KY");

    /// <summary>Central African Republic.</summary>
    public static CountryCode CF => new("CF");

    /// <summary>Chad.</summary>
    public static CountryCode TD => new("TD");

    /// <summary>Chile.</summary>
    public static CountryCode CL => new("CL");

    /// <summary>China.</summary>
    public static CountryCode CN => new("CN");

    /// <summary>Christmas Island.</summary>
    public static CountryCode CX => new("CX");

    /// <summary>Cocos (Keeling) Islands.</summary>
    public static CountryCode CC => new("CC");

    /// <summary>Colombia.</summary>
    public static CountryCode CO => new("CO");

    /// <summary>Comoros.</summary>
    public static CountryCode KM => new("KM");

    /// <summary>Congo - Brazzaville.</summary>
    public static CountryCode CG => new("CG");

    /// <summary>Congo - Kinshasa.</summary>
    public static CountryCode CD => new("CD");

    /// <summary>Cook Islands.</summary>
    public static CountryCode CK => new("CK");

    /// <summary>Costa Rica.</summary>
    public static CountryCode CR => new("CR");

    /// <summary>Côte d’Ivoire.</summary>
    public static CountryCode CI => new("CI");

    /// <summary>Croatia.</summary>
    public static CountryCode HR => new("HR");

    /// <summary>Cuba.</summary>
    public static CountryCode CU => new("CU");

    /// <summary>Curaçao.</summary>
    public static CountryCode CW => new("CW");

    /// <summary>Cyprus.</summary>
    public static CountryCode CY => new("CY");

    /// <summary>Czechia.</summary>
    public static CountryCode CZ => new("CZ");

    /// <summary>Denmark.</summary>
    public static CountryCode DK => new("DK");

    /// <summary>Djibouti.</summary>
    public static CountryCode DJ => new("DJ");

    /// <summary>Dominica.</summary>
    public static CountryCode DM => new("DM");

    /// <summary>Dominican Republic.</summary>
    public static CountryCode DO => new("DO");

    /// <summary>Ecuador.</summary>
    public static CountryCode EC => new("EC");

    /// <summary>Egypt.</summary>
    public static CountryCode EG => new("EG");

    /// <summary>El Salvador.</summary>
    public static CountryCode SV => new("SV");

    /// <summary>Equatorial Guinea.</summary>
    public static CountryCode GQ => new("GQ");

    /// <summary>Eritrea.</summary>
    public static CountryCode ER => new("ER");

    /// <summary>Estonia.</summary>
    public static CountryCode EE => new("EE");

    /// <summary>Ethiopia.</summary>
    public static CountryCode ET => new("ET");

    /// <summary>Falkland Islands.</summary>
    public static CountryCode FK => new("FK");

    /// <summary>Faroe Islands.</summary>
    public static CountryCode FO => new("FO");

    /// <summary>Fiji.</summary>
    public static CountryCode FJ => new("FJ");

    /// <summary>Finland.</summary>
    public static CountryCode FI => new("FI");

    /// <summary>France.</summary>
    public static CountryCode FR => new("FR");

    /// <summary>French Guiana.</summary>
    public static CountryCode GF => new("GF");

    /// <summary>French Polynesia.</summary>
    public static CountryCode PF => new("PF");

    /// <summary>French Southern Territories.</summary>
    public static CountryCode TF => new("TF");

    /// <summary>Gabon.</summary>
    public static CountryCode GA => new("GA");

    /// <summary>Gambia.</summary>
    public static CountryCode GM => new("GM");

    /// <summary>Georgia.</summary>
    public static CountryCode GE => new("GE");

    /// <summary>Germany.</summary>
    public static CountryCode DE => new("DE");

    /// <summary>Ghana.</summary>
    public static CountryCode GH => new("GH");

    /// <summary>Gibraltar.</summary>
    public static CountryCode GI => new("GI");

    /// <summary>Greece.</summary>
    public static CountryCode GR => new("GR");

    /// <summary>Greenland.</summary>
    public static CountryCode GL => new("GL");

    /// <summary>Grenada.</summary>
    public static CountryCode GD => new("GD");

    /// <summary>Guadeloupe.</summary>
    public static CountryCode GP => new("GP");

    /// <summary>Guam.</summary>
    public static CountryCode GU => new("GU");

    /// <summary>Guatemala.</summary>
    public static CountryCode GT => new("GT");

    /// <summary>Guernsey.</summary>
    public static CountryCode GG => new("GG");

    /// <summary>Guinea.</summary>
    public static CountryCode GN => new("GN");

    /// <summary>Guinea-Bissau.</summary>
    public static CountryCode GW => new("GW");

    /// <summary>Guyana.</summary>
    public static CountryCode GY => new("GY");

    /// <summary>Haiti.</summary>
    public static CountryCode HT => new("HT");

    /// <summary>Heard &amp; McDonald Islands.</summary>
    public static CountryCode HM => new("HM");

    /// <summary>Vatican City.</summary>
    public static CountryCode VA => new("VA");

    /// <summary>Honduras.</summary>
    public static CountryCode HN => new("HN");

    /// <summary>Hong Kong SAR China.</summary>
    public static CountryCode HK => new("HK");

    /// <summary>Hungary.</summary>
    public static CountryCode HU => new("HU");

    /// <summary>Iceland.</summary>
    public static CountryCode IS => new("IS");

    /// <summary>India.</summary>
    public static CountryCode IN => new("IN");

    /// <summary>Indonesia.</summary>
    public static CountryCode ID => new("ID");

    /// <summary>Iran.</summary>
    public static CountryCode IR => new("IR");

    /// <summary>Iraq.</summary>
    public static CountryCode IQ => new("IQ");

    /// <summary>Ireland.</summary>
    public static CountryCode IE => new("IE");

    /// <summary>Isle of Man.</summary>
    public static CountryCode IM => new("IM");

    /// <summary>Israel.</summary>
    public static CountryCode IL => new("IL");

    /// <summary>Italy.</summary>
    public static CountryCode IT => new("IT");

    /// <summary>Jamaica.</summary>
    public static CountryCode JM => new("JM");

    /// <summary>Japan.</summary>
    public static CountryCode JP => new("JP");

    /// <summary>Jersey.</summary>
    public static CountryCode JE => new("JE");

    /// <summary>Jordan.</summary>
    public static CountryCode JO => new("JO");

    /// <summary>Kazakhstan.</summary>
    public static CountryCode KZ => new("KZ");

    /// <summary>Kenya.</summary>
    public static CountryCode KE => new("KE");

    /// <summary>Kiribati.</summary>
    public static CountryCode KI => new("KI");

    /// <summary>North Korea.</summary>
    public static CountryCode KP => new("KP");

    /// <summary>South Korea.</summary>
    public static CountryCode KR => new("KR");

    /// <summary>Kuwait.</summary>
    public static CountryCode KW => new("KW");

    /// <summary>Kyrgyzstan.</summary>
    public static CountryCode KG => new("KG");

    /// <summary>Laos.</summary>
    public static CountryCode LA => new("LA");

    /// <summary>Latvia.</summary>
    public static CountryCode LV => new("LV");

    /// <summary>Lebanon.</summary>
    public static CountryCode LB => new("LB");

    /// <summary>Lesotho.</summary>
    public static CountryCode LS => new("LS");

    /// <summary>Liberia.</summary>
    public static CountryCode LR => new("LR");

    /// <summary>Libya.</summary>
    public static CountryCode LY => new("LY");

    /// <summary>Liechtenstein.</summary>
    public static CountryCode LI => new("LI");

    /// <summary>Lithuania.</summary>
    public static CountryCode LT => new("LT");

    /// <summary>Luxembourg.</summary>
    public static CountryCode LU => new("LU");

    /// <summary>Macao SAR China.</summary>
    public static CountryCode MO => new("MO");

    /// <summary>North Macedonia.</summary>
    public static CountryCode MK => new("MK");

    /// <summary>Madagascar.</summary>
    public static CountryCode MG => new("MG");

    /// <summary>Malawi.</summary>
    public static CountryCode MW => new("MW");

    /// <summary>Malaysia.</summary>
    public static CountryCode MY => new("MY");

    /// <summary>Maldives.</summary>
    public static CountryCode MV => new("MV");

    /// <summary>Mali.</summary>
    public static CountryCode ML => new("ML");

    /// <summary>Malta.</summary>
    public static CountryCode MT => new("MT");

    /// <summary>Marshall Islands.</summary>
    public static CountryCode MH => new("MH");

    /// <summary>Martinique.</summary>
    public static CountryCode MQ => new("MQ");

    /// <summary>Mauritania.</summary>
    public static CountryCode MR => new("MR");

    /// <summary>Mauritius.</summary>
    public static CountryCode MU => new("MU");

    /// <summary>Mayotte.</summary>
    public static CountryCode YT => new("YT");

    /// <summary>Mexico.</summary>
    public static CountryCode MX => new("MX");

    /// <summary>Micronesia.</summary>
    public static CountryCode FM => new("FM");

    /// <summary>Moldova.</summary>
    public static CountryCode MD => new("MD");

    /// <summary>Monaco.</summary>
    public static CountryCode MC => new("MC");

    /// <summary>Mongolia.</summary>
    public static CountryCode MN => new("MN");

    /// <summary>Montenegro.</summary>
    public static CountryCode ME => new("ME");

    /// <summary>Montserrat.</summary>
    public static CountryCode MS => new("MS");

    /// <summary>Morocco.</summary>
    public static CountryCode MA => new("MA");

    /// <summary>Mozambique.</summary>
    public static CountryCode MZ => new("MZ");

    /// <summary>Myanmar (Burma).</summary>
    public static CountryCode MM => new("MM");

    /// <summary>Namibia.</summary>
    public static CountryCode NA => new("NA");

    /// <summary>Nauru.</summary>
    public static CountryCode NR => new("NR");

    /// <summary>Nepal.</summary>
    public static CountryCode NP => new("NP");

    /// <summary>Netherlands.</summary>
    public static CountryCode NL => new("NL");

    /// <summary>New Caledonia.</summary>
    public static CountryCode NC => new("NC");

    /// <summary>New Zealand.</summary>
    public static CountryCode NZ => new("NZ");

    /// <summary>Nicaragua.</summary>
    public static CountryCode NI => new("NI");

    /// <summary>Niger.</summary>
    public static CountryCode NE => new("NE");

    /// <summary>Nigeria.</summary>
    public static CountryCode NG => new("NG");

    /// <summary>Niue.</summary>
    public static CountryCode NU => new("NU");

    /// <summary>Norfolk Island.</summary>
    public static CountryCode NF => new("NF");

    /// <summary>Northern Mariana Islands.</summary>
    public static CountryCode MP => new("MP");

    /// <summary>Norway.</summary>
    public static CountryCode NO => new("NO");

    /// <summary>Oman.</summary>
    public static CountryCode OM => new("OM");

    /// <summary>Pakistan.</summary>
    public static CountryCode PK => new("PK");

    /// <summary>Palau.</summary>
    public static CountryCode PW => new("PW");

    /// <summary>Palestinian Territories.</summary>
    public static CountryCode PS => new("PS");

    /// <summary>Panama.</summary>
    public static CountryCode PA => new("PA");

    /// <summary>Papua New Guinea.</summary>
    public static CountryCode PG => new("PG");

    /// <summary>Paraguay.</summary>
    public static CountryCode PY => new("PY");

    /// <summary>Peru.</summary>
    public static CountryCode PE => new("PE");

    /// <summary>Philippines.</summary>
    public static CountryCode PH => new("PH");

    /// <summary>Pitcairn Islands.</summary>
    public static CountryCode PN => new("PN");

    /// <summary>Poland.</summary>
    public static CountryCode PL => new("PL");

    /// <summary>Portugal.</summary>
    public static CountryCode PT => new("PT");

    /// <summary>Puerto Rico.</summary>
    public static CountryCode PR => new("PR");

    /// <summary>Qatar.</summary>
    public static CountryCode QA => new("QA");

    /// <summary>Réunion.</summary>
    public static CountryCode RE => new("RE");

    /// <summary>Romania.</summary>
    public static CountryCode RO => new("RO");

    /// <summary>Russia.</summary>
    public static CountryCode RU => new("RU");

    /// <summary>Rwanda.</summary>
    public static CountryCode RW => new("RW");

    /// <summary>St. Barthélemy.</summary>
    public static CountryCode BL => new("BL");

    /// <summary>St. Helena.</summary>
    public static CountryCode SH => new("SH");

    /// <summary>St. Kitts &amp; Nevis.</summary>
    public static CountryCode KN => new("KN");

    /// <summary>St. Lucia.</summary>
    public static CountryCode LC => new("LC");

    /// <summary>St. Martin.</summary>
    public static CountryCode MF => new("MF");

    /// <summary>St. Pierre &amp; Miquelon.</summary>
    public static CountryCode PM => new("PM");

    /// <summary>St. Vincent &amp; Grenadines.</summary>
    public static CountryCode VC => new("VC");

    /// <summary>Samoa.</summary>
    public static CountryCode WS => new("WS");

    /// <summary>San Marino.</summary>
    public static CountryCode SM => new("SM");

    /// <summary>São Tomé &amp; Príncipe.</summary>
    public static CountryCode ST => new("ST");

    /// <summary>Saudi Arabia.</summary>
    public static CountryCode SA => new("SA");

    /// <summary>Senegal.</summary>
    public static CountryCode SN => new("SN");

    /// <summary>Serbia.</summary>
    public static CountryCode RS => new("RS");

    /// <summary>Seychelles.</summary>
    public static CountryCode SC => new("SC");

    /// <summary>Sierra Leone.</summary>
    public static CountryCode SL => new("SL");

    /// <summary>Singapore.</summary>
    public static CountryCode SG => new("SG");

    /// <summary>Sint Maarten.</summary>
    public static CountryCode SX => new("SX");

    /// <summary>Slovakia.</summary>
    public static CountryCode SK => new("SK");

    /// <summary>Slovenia.</summary>
    public static CountryCode SI => new("SI");

    /// <summary>Solomon Islands.</summary>
    public static CountryCode SB => new("SB");

    /// <summary>Somalia.</summary>
    public static CountryCode SO => new("SO");

    /// <summary>South Africa.</summary>
    public static CountryCode ZA => new("ZA");

    /// <summary>South Georgia &amp; South Sandwich Islands.</summary>
    public static CountryCode GS => new("GS");

    /// <summary>South Sudan.</summary>
    public static CountryCode SS => new("SS");

    /// <summary>Spain.</summary>
    public static CountryCode ES => new("ES");

    /// <summary>Sri Lanka.</summary>
    public static CountryCode LK => new("LK");

    /// <summary>Sudan.</summary>
    public static CountryCode SD => new("SD");

    /// <summary>Suriname.</summary>
    public static CountryCode SR => new("SR");

    /// <summary>Svalbard &amp; Jan Mayen.</summary>
    public static CountryCode SJ => new("SJ");

    /// <summary>Eswatini.</summary>
    public static CountryCode SZ => new("SZ");

    /// <summary>Sweden.</summary>
    public static CountryCode SE => new("SE");

    /// <summary>Switzerland.</summary>
    public static CountryCode CH => new("CH");

    /// <summary>Syria.</summary>
    public static CountryCode SY => new("SY");

    /// <summary>Taiwan.</summary>
    public static CountryCode TW => new("TW");

    /// <summary>Tajikistan.</summary>
    public static CountryCode TJ => new("TJ");

    /// <summary>Tanzania.</summary>
    public static CountryCode TZ => new("TZ");

    /// <summary>Thailand.</summary>
    public static CountryCode TH => new("TH");

    /// <summary>Timor-Leste.</summary>
    public static CountryCode TL => new("TL");

    /// <summary>Togo.</summary>
    public static CountryCode TG => new("TG");

    /// <summary>Tokelau.</summary>
    public static CountryCode TK => new("TK");

    /// <summary>Tonga.</summary>
    public static CountryCode TO => new("TO");

    /// <summary>Trinidad &amp; Tobago.</summary>
    public static CountryCode TT => new("TT");

    /// <summary>Tunisia.</summary>
    public static CountryCode TN => new("TN");

    /// <summary>Türkiye.</summary>
    public static CountryCode TR => new("TR");

    /// <summary>Turkmenistan.</summary>
    public static CountryCode TM => new("TM");

    /// <summary>Turks &amp; Caicos Islands.</summary>
    public static CountryCode TC => new("TC");

    /// <summary>Tuvalu.</summary>
    public static CountryCode TV => new("TV");

    /// <summary>Uganda.</summary>
    public static CountryCode UG => new("UG");

    /// <summary>Ukraine.</summary>
    public static CountryCode UA => new("UA");

    /// <summary>United Arab Emirates.</summary>
    public static CountryCode AE => new("AE");

    /// <summary>United Kingdom.</summary>
    public static CountryCode GB => new("GB");

    /// <summary>U.S. Outlying Islands.</summary>
    public static CountryCode UM => new("UM");

    /// <summary>United States.</summary>
    public static CountryCode US => new("US");

    /// <summary>Uruguay.</summary>
    public static CountryCode UY => new("UY");

    /// <summary>Uzbekistan.</summary>
    public static CountryCode UZ => new("UZ");

    /// <summary>Vanuatu.</summary>
    public static CountryCode VU => new("VU");

    /// <summary>Venezuela.</summary>
    public static CountryCode VE => new("VE");

    /// <summary>Vietnam.</summary>
    public static CountryCode VN => new("VN");

    /// <summary>British Virgin Islands.</summary>
    public static CountryCode VG => new("VG");

    /// <summary>U.S. Virgin Islands.</summary>
    public static CountryCode VI => new("VI");

    /// <summary>Wallis &amp; Futuna.</summary>
    public static CountryCode WF => new("WF");

    /// <summary>Western Sahara.</summary>
    public static CountryCode EH => new("EH");

    /// <summary>Yemen.</summary>
    public static CountryCode YE => new("YE");

    /// <summary>Zambia.</summary>
    public static CountryCode ZM => new("ZM");

    /// <summary>Zimbabwe.</summary>
    public static CountryCode ZW => new("ZW");

    /// <inheritdoc/>
    public static IReadOnlyList<CountryCode> KnownValues { get; } =
    [
        AF,
        AX,
        AL,
        DZ,
        AS,
        AD,
        AO,
        AI,
        AQ,
        AG,
        AR,
        AM,
        AW,
        AU,
        AT,
        AZ,
        BS,
        BH,
        BD,
        BB,
        BY,
        BE,
        BZ,
        BJ,
        BM,
        BT,
        BO,
        BQ,
        BA,
        BW,
        BV,
        BR,
        IO,
        BN,
        BG,
        BF,
        BI,
        KH,
        CM,
        CA,
        CV,
        KY,
        CF,
        TD,
        CL,
        CN,
        CX,
        CC,
        CO,
        KM,
        CG,
        CD,
        CK,
        CR,
        CI,
        HR,
        CU,
        CW,
        CY,
        CZ,
        DK,
        DJ,
        DM,
        DO,
        EC,
        EG,
        SV,
        GQ,
        ER,
        EE,
        ET,
        FK,
        FO,
        FJ,
        FI,
        FR,
        GF,
        PF,
        TF,
        GA,
        GM,
        GE,
        DE,
        GH,
        GI,
        GR,
        GL,
        GD,
        GP,
        GU,
        GT,
        GG,
        GN,
        GW,
        GY,
        HT,
        HM,
        VA,
        HN,
        HK,
        HU,
        IS,
        IN,
        ID,
        IR,
        IQ,
        IE,
        IM,
        IL,
        IT,
        JM,
        JP,
        JE,
        JO,
        KZ,
        KE,
        KI,
        KP,
        KR,
        KW,
        KG,
        LA,
        LV,
        LB,
        LS,
        LR,
        LY,
        LI,
        LT,
        LU,
        MO,
        MK,
        MG,
        MW,
        MY,
        MV,
        ML,
        MT,
        MH,
        MQ,
        MR,
        MU,
        YT,
        MX,
        FM,
        MD,
        MC,
        MN,
        ME,
        MS,
        MA,
        MZ,
        MM,
        NA,
        NR,
        NP,
        NL,
        NC,
        NZ,
        NI,
        NE,
        NG,
        NU,
        NF,
        MP,
        NO,
        OM,
        PK,
        PW,
        PS,
        PA,
        PG,
        PY,
        PE,
        PH,
        PN,
        PL,
        PT,
        PR,
        QA,
        RE,
        RO,
        RU,
        RW,
        BL,
        SH,
        KN,
        LC,
        MF,
        PM,
        VC,
        WS,
        SM,
        ST,
        SA,
        SN,
        RS,
        SC,
        SL,
        SG,
        SX,
        SK,
        SI,
        SB,
        SO,
        ZA,
        GS,
        SS,
        ES,
        LK,
        SD,
        SR,
        SJ,
        SZ,
        SE,
        CH,
        SY,
        TW,
        TJ,
        TZ,
        TH,
        TL,
        TG,
        TK,
        TO,
        TT,
        TN,
        TR,
        TM,
        TC,
        TV,
        UG,
        UA,
        AE,
        GB,
        UM,
        US,
        UY,
        UZ,
        VU,
        VE,
        VN,
        VG,
        VI,
        WF,
        EH,
        YE,
        ZM,
        ZW,
    ];
}
