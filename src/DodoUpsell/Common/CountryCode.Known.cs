namespace DodoUpsell;

public readonly partial record struct CountryCode
{
    /// <summary>Afghanistan.</summary>
    public static CountryCode AF { get; } = new("AF");

    /// <summary>Åland Islands.</summary>
    public static CountryCode AX { get; } = new("AX");

    /// <summary>Albania.</summary>
    public static CountryCode AL { get; } = new("AL");

    /// <summary>Algeria.</summary>
    public static CountryCode DZ { get; } = new("DZ");

    /// <summary>American Samoa.</summary>
    public static CountryCode AS { get; } = new("AS");

    /// <summary>Andorra.</summary>
    public static CountryCode AD { get; } = new("AD");

    /// <summary>Angola.</summary>
    public static CountryCode AO { get; } = new("AO");

    /// <summary>Anguilla.</summary>
    public static CountryCode AI { get; } = new("AI");

    /// <summary>Antarctica.</summary>
    public static CountryCode AQ { get; } = new("AQ");

    /// <summary>Antigua &amp; Barbuda.</summary>
    public static CountryCode AG { get; } = new("AG");

    /// <summary>Argentina.</summary>
    public static CountryCode AR { get; } = new("AR");

    /// <summary>Armenia.</summary>
    public static CountryCode AM { get; } = new("AM");

    /// <summary>Aruba.</summary>
    public static CountryCode AW { get; } = new("AW");

    /// <summary>Australia.</summary>
    public static CountryCode AU { get; } = new("AU");

    /// <summary>Austria.</summary>
    public static CountryCode AT { get; } = new("AT");

    /// <summary>Azerbaijan.</summary>
    public static CountryCode AZ { get; } = new("AZ");

    /// <summary>Bahamas.</summary>
    public static CountryCode BS { get; } = new("BS");

    /// <summary>Bahrain.</summary>
    public static CountryCode BH { get; } = new("BH");

    /// <summary>Bangladesh.</summary>
    public static CountryCode BD { get; } = new("BD");

    /// <summary>Barbados.</summary>
    public static CountryCode BB { get; } = new("BB");

    /// <summary>Belarus.</summary>
    public static CountryCode BY { get; } = new("BY");

    /// <summary>Belgium.</summary>
    public static CountryCode BE { get; } = new("BE");

    /// <summary>Belize.</summary>
    public static CountryCode BZ { get; } = new("BZ");

    /// <summary>Benin.</summary>
    public static CountryCode BJ { get; } = new("BJ");

    /// <summary>Bermuda.</summary>
    public static CountryCode BM { get; } = new("BM");

    /// <summary>Bhutan.</summary>
    public static CountryCode BT { get; } = new("BT");

    /// <summary>Bolivia.</summary>
    public static CountryCode BO { get; } = new("BO");

    /// <summary>Caribbean Netherlands.</summary>
    public static CountryCode BQ { get; } = new("BQ");

    /// <summary>Bosnia &amp; Herzegovina.</summary>
    public static CountryCode BA { get; } = new("BA");

    /// <summary>Botswana.</summary>
    public static CountryCode BW { get; } = new("BW");

    /// <summary>Bouvet Island.</summary>
    public static CountryCode BV { get; } = new("BV");

    /// <summary>Brazil.</summary>
    public static CountryCode BR { get; } = new("BR");

    /// <summary>British Indian Ocean Territory.</summary>
    public static CountryCode IO { get; } = new("IO");

    /// <summary>Brunei.</summary>
    public static CountryCode BN { get; } = new("BN");

    /// <summary>Bulgaria.</summary>
    public static CountryCode BG { get; } = new("BG");

    /// <summary>Burkina Faso.</summary>
    public static CountryCode BF { get; } = new("BF");

    /// <summary>Burundi.</summary>
    public static CountryCode BI { get; } = new("BI");

    /// <summary>Cambodia.</summary>
    public static CountryCode KH { get; } = new("KH");

    /// <summary>Cameroon.</summary>
    public static CountryCode CM { get; } = new("CM");

    /// <summary>Canada.</summary>
    public static CountryCode CA { get; } = new("CA");

    /// <summary>Cape Verde.</summary>
    public static CountryCode CV { get; } = new("CV");

    /// <summary>Cayman Islands.</summary>
    public static CountryCode KY { get; } = new("KY");

    /// <summary>Central African Republic.</summary>
    public static CountryCode CF { get; } = new("CF");

    /// <summary>Chad.</summary>
    public static CountryCode TD { get; } = new("TD");

    /// <summary>Chile.</summary>
    public static CountryCode CL { get; } = new("CL");

    /// <summary>China.</summary>
    public static CountryCode CN { get; } = new("CN");

    /// <summary>Christmas Island.</summary>
    public static CountryCode CX { get; } = new("CX");

    /// <summary>Cocos (Keeling) Islands.</summary>
    public static CountryCode CC { get; } = new("CC");

    /// <summary>Colombia.</summary>
    public static CountryCode CO { get; } = new("CO");

    /// <summary>Comoros.</summary>
    public static CountryCode KM { get; } = new("KM");

    /// <summary>Congo - Brazzaville.</summary>
    public static CountryCode CG { get; } = new("CG");

    /// <summary>Congo - Kinshasa.</summary>
    public static CountryCode CD { get; } = new("CD");

    /// <summary>Cook Islands.</summary>
    public static CountryCode CK { get; } = new("CK");

    /// <summary>Costa Rica.</summary>
    public static CountryCode CR { get; } = new("CR");

    /// <summary>Côte d’Ivoire.</summary>
    public static CountryCode CI { get; } = new("CI");

    /// <summary>Croatia.</summary>
    public static CountryCode HR { get; } = new("HR");

    /// <summary>Cuba.</summary>
    public static CountryCode CU { get; } = new("CU");

    /// <summary>Curaçao.</summary>
    public static CountryCode CW { get; } = new("CW");

    /// <summary>Cyprus.</summary>
    public static CountryCode CY { get; } = new("CY");

    /// <summary>Czechia.</summary>
    public static CountryCode CZ { get; } = new("CZ");

    /// <summary>Denmark.</summary>
    public static CountryCode DK { get; } = new("DK");

    /// <summary>Djibouti.</summary>
    public static CountryCode DJ { get; } = new("DJ");

    /// <summary>Dominica.</summary>
    public static CountryCode DM { get; } = new("DM");

    /// <summary>Dominican Republic.</summary>
    public static CountryCode DO { get; } = new("DO");

    /// <summary>Ecuador.</summary>
    public static CountryCode EC { get; } = new("EC");

    /// <summary>Egypt.</summary>
    public static CountryCode EG { get; } = new("EG");

    /// <summary>El Salvador.</summary>
    public static CountryCode SV { get; } = new("SV");

    /// <summary>Equatorial Guinea.</summary>
    public static CountryCode GQ { get; } = new("GQ");

    /// <summary>Eritrea.</summary>
    public static CountryCode ER { get; } = new("ER");

    /// <summary>Estonia.</summary>
    public static CountryCode EE { get; } = new("EE");

    /// <summary>Ethiopia.</summary>
    public static CountryCode ET { get; } = new("ET");

    /// <summary>Falkland Islands.</summary>
    public static CountryCode FK { get; } = new("FK");

    /// <summary>Faroe Islands.</summary>
    public static CountryCode FO { get; } = new("FO");

    /// <summary>Fiji.</summary>
    public static CountryCode FJ { get; } = new("FJ");

    /// <summary>Finland.</summary>
    public static CountryCode FI { get; } = new("FI");

    /// <summary>France.</summary>
    public static CountryCode FR { get; } = new("FR");

    /// <summary>French Guiana.</summary>
    public static CountryCode GF { get; } = new("GF");

    /// <summary>French Polynesia.</summary>
    public static CountryCode PF { get; } = new("PF");

    /// <summary>French Southern Territories.</summary>
    public static CountryCode TF { get; } = new("TF");

    /// <summary>Gabon.</summary>
    public static CountryCode GA { get; } = new("GA");

    /// <summary>Gambia.</summary>
    public static CountryCode GM { get; } = new("GM");

    /// <summary>Georgia.</summary>
    public static CountryCode GE { get; } = new("GE");

    /// <summary>Germany.</summary>
    public static CountryCode DE { get; } = new("DE");

    /// <summary>Ghana.</summary>
    public static CountryCode GH { get; } = new("GH");

    /// <summary>Gibraltar.</summary>
    public static CountryCode GI { get; } = new("GI");

    /// <summary>Greece.</summary>
    public static CountryCode GR { get; } = new("GR");

    /// <summary>Greenland.</summary>
    public static CountryCode GL { get; } = new("GL");

    /// <summary>Grenada.</summary>
    public static CountryCode GD { get; } = new("GD");

    /// <summary>Guadeloupe.</summary>
    public static CountryCode GP { get; } = new("GP");

    /// <summary>Guam.</summary>
    public static CountryCode GU { get; } = new("GU");

    /// <summary>Guatemala.</summary>
    public static CountryCode GT { get; } = new("GT");

    /// <summary>Guernsey.</summary>
    public static CountryCode GG { get; } = new("GG");

    /// <summary>Guinea.</summary>
    public static CountryCode GN { get; } = new("GN");

    /// <summary>Guinea-Bissau.</summary>
    public static CountryCode GW { get; } = new("GW");

    /// <summary>Guyana.</summary>
    public static CountryCode GY { get; } = new("GY");

    /// <summary>Haiti.</summary>
    public static CountryCode HT { get; } = new("HT");

    /// <summary>Heard &amp; McDonald Islands.</summary>
    public static CountryCode HM { get; } = new("HM");

    /// <summary>Vatican City.</summary>
    public static CountryCode VA { get; } = new("VA");

    /// <summary>Honduras.</summary>
    public static CountryCode HN { get; } = new("HN");

    /// <summary>Hong Kong SAR China.</summary>
    public static CountryCode HK { get; } = new("HK");

    /// <summary>Hungary.</summary>
    public static CountryCode HU { get; } = new("HU");

    /// <summary>Iceland.</summary>
    public static CountryCode IS { get; } = new("IS");

    /// <summary>India.</summary>
    public static CountryCode IN { get; } = new("IN");

    /// <summary>Indonesia.</summary>
    public static CountryCode ID { get; } = new("ID");

    /// <summary>Iran.</summary>
    public static CountryCode IR { get; } = new("IR");

    /// <summary>Iraq.</summary>
    public static CountryCode IQ { get; } = new("IQ");

    /// <summary>Ireland.</summary>
    public static CountryCode IE { get; } = new("IE");

    /// <summary>Isle of Man.</summary>
    public static CountryCode IM { get; } = new("IM");

    /// <summary>Israel.</summary>
    public static CountryCode IL { get; } = new("IL");

    /// <summary>Italy.</summary>
    public static CountryCode IT { get; } = new("IT");

    /// <summary>Jamaica.</summary>
    public static CountryCode JM { get; } = new("JM");

    /// <summary>Japan.</summary>
    public static CountryCode JP { get; } = new("JP");

    /// <summary>Jersey.</summary>
    public static CountryCode JE { get; } = new("JE");

    /// <summary>Jordan.</summary>
    public static CountryCode JO { get; } = new("JO");

    /// <summary>Kazakhstan.</summary>
    public static CountryCode KZ { get; } = new("KZ");

    /// <summary>Kenya.</summary>
    public static CountryCode KE { get; } = new("KE");

    /// <summary>Kiribati.</summary>
    public static CountryCode KI { get; } = new("KI");

    /// <summary>North Korea.</summary>
    public static CountryCode KP { get; } = new("KP");

    /// <summary>South Korea.</summary>
    public static CountryCode KR { get; } = new("KR");

    /// <summary>Kuwait.</summary>
    public static CountryCode KW { get; } = new("KW");

    /// <summary>Kyrgyzstan.</summary>
    public static CountryCode KG { get; } = new("KG");

    /// <summary>Laos.</summary>
    public static CountryCode LA { get; } = new("LA");

    /// <summary>Latvia.</summary>
    public static CountryCode LV { get; } = new("LV");

    /// <summary>Lebanon.</summary>
    public static CountryCode LB { get; } = new("LB");

    /// <summary>Lesotho.</summary>
    public static CountryCode LS { get; } = new("LS");

    /// <summary>Liberia.</summary>
    public static CountryCode LR { get; } = new("LR");

    /// <summary>Libya.</summary>
    public static CountryCode LY { get; } = new("LY");

    /// <summary>Liechtenstein.</summary>
    public static CountryCode LI { get; } = new("LI");

    /// <summary>Lithuania.</summary>
    public static CountryCode LT { get; } = new("LT");

    /// <summary>Luxembourg.</summary>
    public static CountryCode LU { get; } = new("LU");

    /// <summary>Macao SAR China.</summary>
    public static CountryCode MO { get; } = new("MO");

    /// <summary>North Macedonia.</summary>
    public static CountryCode MK { get; } = new("MK");

    /// <summary>Madagascar.</summary>
    public static CountryCode MG { get; } = new("MG");

    /// <summary>Malawi.</summary>
    public static CountryCode MW { get; } = new("MW");

    /// <summary>Malaysia.</summary>
    public static CountryCode MY { get; } = new("MY");

    /// <summary>Maldives.</summary>
    public static CountryCode MV { get; } = new("MV");

    /// <summary>Mali.</summary>
    public static CountryCode ML { get; } = new("ML");

    /// <summary>Malta.</summary>
    public static CountryCode MT { get; } = new("MT");

    /// <summary>Marshall Islands.</summary>
    public static CountryCode MH { get; } = new("MH");

    /// <summary>Martinique.</summary>
    public static CountryCode MQ { get; } = new("MQ");

    /// <summary>Mauritania.</summary>
    public static CountryCode MR { get; } = new("MR");

    /// <summary>Mauritius.</summary>
    public static CountryCode MU { get; } = new("MU");

    /// <summary>Mayotte.</summary>
    public static CountryCode YT { get; } = new("YT");

    /// <summary>Mexico.</summary>
    public static CountryCode MX { get; } = new("MX");

    /// <summary>Micronesia.</summary>
    public static CountryCode FM { get; } = new("FM");

    /// <summary>Moldova.</summary>
    public static CountryCode MD { get; } = new("MD");

    /// <summary>Monaco.</summary>
    public static CountryCode MC { get; } = new("MC");

    /// <summary>Mongolia.</summary>
    public static CountryCode MN { get; } = new("MN");

    /// <summary>Montenegro.</summary>
    public static CountryCode ME { get; } = new("ME");

    /// <summary>Montserrat.</summary>
    public static CountryCode MS { get; } = new("MS");

    /// <summary>Morocco.</summary>
    public static CountryCode MA { get; } = new("MA");

    /// <summary>Mozambique.</summary>
    public static CountryCode MZ { get; } = new("MZ");

    /// <summary>Myanmar (Burma).</summary>
    public static CountryCode MM { get; } = new("MM");

    /// <summary>Namibia.</summary>
    public static CountryCode NA { get; } = new("NA");

    /// <summary>Nauru.</summary>
    public static CountryCode NR { get; } = new("NR");

    /// <summary>Nepal.</summary>
    public static CountryCode NP { get; } = new("NP");

    /// <summary>Netherlands.</summary>
    public static CountryCode NL { get; } = new("NL");

    /// <summary>New Caledonia.</summary>
    public static CountryCode NC { get; } = new("NC");

    /// <summary>New Zealand.</summary>
    public static CountryCode NZ { get; } = new("NZ");

    /// <summary>Nicaragua.</summary>
    public static CountryCode NI { get; } = new("NI");

    /// <summary>Niger.</summary>
    public static CountryCode NE { get; } = new("NE");

    /// <summary>Nigeria.</summary>
    public static CountryCode NG { get; } = new("NG");

    /// <summary>Niue.</summary>
    public static CountryCode NU { get; } = new("NU");

    /// <summary>Norfolk Island.</summary>
    public static CountryCode NF { get; } = new("NF");

    /// <summary>Northern Mariana Islands.</summary>
    public static CountryCode MP { get; } = new("MP");

    /// <summary>Norway.</summary>
    public static CountryCode NO { get; } = new("NO");

    /// <summary>Oman.</summary>
    public static CountryCode OM { get; } = new("OM");

    /// <summary>Pakistan.</summary>
    public static CountryCode PK { get; } = new("PK");

    /// <summary>Palau.</summary>
    public static CountryCode PW { get; } = new("PW");

    /// <summary>Palestinian Territories.</summary>
    public static CountryCode PS { get; } = new("PS");

    /// <summary>Panama.</summary>
    public static CountryCode PA { get; } = new("PA");

    /// <summary>Papua New Guinea.</summary>
    public static CountryCode PG { get; } = new("PG");

    /// <summary>Paraguay.</summary>
    public static CountryCode PY { get; } = new("PY");

    /// <summary>Peru.</summary>
    public static CountryCode PE { get; } = new("PE");

    /// <summary>Philippines.</summary>
    public static CountryCode PH { get; } = new("PH");

    /// <summary>Pitcairn Islands.</summary>
    public static CountryCode PN { get; } = new("PN");

    /// <summary>Poland.</summary>
    public static CountryCode PL { get; } = new("PL");

    /// <summary>Portugal.</summary>
    public static CountryCode PT { get; } = new("PT");

    /// <summary>Puerto Rico.</summary>
    public static CountryCode PR { get; } = new("PR");

    /// <summary>Qatar.</summary>
    public static CountryCode QA { get; } = new("QA");

    /// <summary>Réunion.</summary>
    public static CountryCode RE { get; } = new("RE");

    /// <summary>Romania.</summary>
    public static CountryCode RO { get; } = new("RO");

    /// <summary>Russia.</summary>
    public static CountryCode RU { get; } = new("RU");

    /// <summary>Rwanda.</summary>
    public static CountryCode RW { get; } = new("RW");

    /// <summary>St. Barthélemy.</summary>
    public static CountryCode BL { get; } = new("BL");

    /// <summary>St. Helena.</summary>
    public static CountryCode SH { get; } = new("SH");

    /// <summary>St. Kitts &amp; Nevis.</summary>
    public static CountryCode KN { get; } = new("KN");

    /// <summary>St. Lucia.</summary>
    public static CountryCode LC { get; } = new("LC");

    /// <summary>St. Martin.</summary>
    public static CountryCode MF { get; } = new("MF");

    /// <summary>St. Pierre &amp; Miquelon.</summary>
    public static CountryCode PM { get; } = new("PM");

    /// <summary>St. Vincent &amp; Grenadines.</summary>
    public static CountryCode VC { get; } = new("VC");

    /// <summary>Samoa.</summary>
    public static CountryCode WS { get; } = new("WS");

    /// <summary>San Marino.</summary>
    public static CountryCode SM { get; } = new("SM");

    /// <summary>São Tomé &amp; Príncipe.</summary>
    public static CountryCode ST { get; } = new("ST");

    /// <summary>Saudi Arabia.</summary>
    public static CountryCode SA { get; } = new("SA");

    /// <summary>Senegal.</summary>
    public static CountryCode SN { get; } = new("SN");

    /// <summary>Serbia.</summary>
    public static CountryCode RS { get; } = new("RS");

    /// <summary>Seychelles.</summary>
    public static CountryCode SC { get; } = new("SC");

    /// <summary>Sierra Leone.</summary>
    public static CountryCode SL { get; } = new("SL");

    /// <summary>Singapore.</summary>
    public static CountryCode SG { get; } = new("SG");

    /// <summary>Sint Maarten.</summary>
    public static CountryCode SX { get; } = new("SX");

    /// <summary>Slovakia.</summary>
    public static CountryCode SK { get; } = new("SK");

    /// <summary>Slovenia.</summary>
    public static CountryCode SI { get; } = new("SI");

    /// <summary>Solomon Islands.</summary>
    public static CountryCode SB { get; } = new("SB");

    /// <summary>Somalia.</summary>
    public static CountryCode SO { get; } = new("SO");

    /// <summary>South Africa.</summary>
    public static CountryCode ZA { get; } = new("ZA");

    /// <summary>South Georgia &amp; South Sandwich Islands.</summary>
    public static CountryCode GS { get; } = new("GS");

    /// <summary>South Sudan.</summary>
    public static CountryCode SS { get; } = new("SS");

    /// <summary>Spain.</summary>
    public static CountryCode ES { get; } = new("ES");

    /// <summary>Sri Lanka.</summary>
    public static CountryCode LK { get; } = new("LK");

    /// <summary>Sudan.</summary>
    public static CountryCode SD { get; } = new("SD");

    /// <summary>Suriname.</summary>
    public static CountryCode SR { get; } = new("SR");

    /// <summary>Svalbard &amp; Jan Mayen.</summary>
    public static CountryCode SJ { get; } = new("SJ");

    /// <summary>Eswatini.</summary>
    public static CountryCode SZ { get; } = new("SZ");

    /// <summary>Sweden.</summary>
    public static CountryCode SE { get; } = new("SE");

    /// <summary>Switzerland.</summary>
    public static CountryCode CH { get; } = new("CH");

    /// <summary>Syria.</summary>
    public static CountryCode SY { get; } = new("SY");

    /// <summary>Taiwan.</summary>
    public static CountryCode TW { get; } = new("TW");

    /// <summary>Tajikistan.</summary>
    public static CountryCode TJ { get; } = new("TJ");

    /// <summary>Tanzania.</summary>
    public static CountryCode TZ { get; } = new("TZ");

    /// <summary>Thailand.</summary>
    public static CountryCode TH { get; } = new("TH");

    /// <summary>Timor-Leste.</summary>
    public static CountryCode TL { get; } = new("TL");

    /// <summary>Togo.</summary>
    public static CountryCode TG { get; } = new("TG");

    /// <summary>Tokelau.</summary>
    public static CountryCode TK { get; } = new("TK");

    /// <summary>Tonga.</summary>
    public static CountryCode TO { get; } = new("TO");

    /// <summary>Trinidad &amp; Tobago.</summary>
    public static CountryCode TT { get; } = new("TT");

    /// <summary>Tunisia.</summary>
    public static CountryCode TN { get; } = new("TN");

    /// <summary>Türkiye.</summary>
    public static CountryCode TR { get; } = new("TR");

    /// <summary>Turkmenistan.</summary>
    public static CountryCode TM { get; } = new("TM");

    /// <summary>Turks &amp; Caicos Islands.</summary>
    public static CountryCode TC { get; } = new("TC");

    /// <summary>Tuvalu.</summary>
    public static CountryCode TV { get; } = new("TV");

    /// <summary>Uganda.</summary>
    public static CountryCode UG { get; } = new("UG");

    /// <summary>Ukraine.</summary>
    public static CountryCode UA { get; } = new("UA");

    /// <summary>United Arab Emirates.</summary>
    public static CountryCode AE { get; } = new("AE");

    /// <summary>United Kingdom.</summary>
    public static CountryCode GB { get; } = new("GB");

    /// <summary>U.S. Outlying Islands.</summary>
    public static CountryCode UM { get; } = new("UM");

    /// <summary>United States.</summary>
    public static CountryCode US { get; } = new("US");

    /// <summary>Uruguay.</summary>
    public static CountryCode UY { get; } = new("UY");

    /// <summary>Uzbekistan.</summary>
    public static CountryCode UZ { get; } = new("UZ");

    /// <summary>Vanuatu.</summary>
    public static CountryCode VU { get; } = new("VU");

    /// <summary>Venezuela.</summary>
    public static CountryCode VE { get; } = new("VE");

    /// <summary>Vietnam.</summary>
    public static CountryCode VN { get; } = new("VN");

    /// <summary>British Virgin Islands.</summary>
    public static CountryCode VG { get; } = new("VG");

    /// <summary>U.S. Virgin Islands.</summary>
    public static CountryCode VI { get; } = new("VI");

    /// <summary>Wallis &amp; Futuna.</summary>
    public static CountryCode WF { get; } = new("WF");

    /// <summary>Western Sahara.</summary>
    public static CountryCode EH { get; } = new("EH");

    /// <summary>Yemen.</summary>
    public static CountryCode YE { get; } = new("YE");

    /// <summary>Zambia.</summary>
    public static CountryCode ZM { get; } = new("ZM");

    /// <summary>Zimbabwe.</summary>
    public static CountryCode ZW { get; } = new("ZW");

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
