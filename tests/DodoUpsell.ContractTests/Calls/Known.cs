namespace DodoUpsell.ContractTests.Calls;

/// <summary>The ids and texts of the sample data in the mappings: a studio, its customers and its plans.</summary>
public static class Known
{
    public const string ApiKey = "dodo_test_contract_key";
    public const string Brand = "brnd_8pAEK2yR9d3R6reH5Sa3s";

    public const string Customer = "cus_i8W8T47mS43bR65PrAgpA";
    public const string OtherCustomer = "cus_JfGi9dY0tFxMtWTBEp0Nf";
    public const string PaymentMethod = "pm_0bxgp4P06bdhSvK8GcddC";
    public const string OldPaymentMethod = "pm_fsLS8Emxmr4ZB7v6BdtfK";

    public const string ProPlan = "pdt_TWDudVNezmQ9ebtkRsfWh";
    public const string TeamPlan = "pdt_EdmnfAbGMAEiR7kM1eGiP";
    public const string Handbook = "pdt_D0LCRWYNy1V1oA4mkBmSz";
    public const string MeteredApi = "pdt_jeLTDG7xmR1f52BBfrAU0";
    public const string Plans = "pdc_VTRpKmHxNVdHtCthWWaAh";
    public const string Seat = "adn_bgqW6VkK6X6JkSQ4iJdTp";
    public const string Backup = "adn_NLMDiWnR5TXBJR9XJS9e5";
    public const string RenderHours = "cde_wPZhxmrtRkkp53s66HxLQ";
    public const string Exports = "cde_7LEa7Vr4ydrEsy211sjD4";
    public const string ApiCalls = "mtr_ZYfm8sgqL6vwuj8sqpZ4m";

    public const string Discount = "dsc_SDJhTYAYpJSf1DLGmcMue";
    public const string OtherDiscount = "dsc_Do4Auf3EqQxxZ66VfuZNV";
    public const string Code = "WELCOME-BACK-15";
    public const string OtherCode = "LOYAL-10";

    public const string Session = "cks_yMKWWnsreiKZgrkGPm98u";
    public const string OtherSession = "cks_9vpMCXDJUsmthLbAS73jc";
    public const string Payment = "pay_ftE29LazEVMhS54AXwt1a";
    public const string OtherPayment = "pay_fKEU4HupeP4P7HRvPYicP";
    public const string Subscription = "sub_eLLQ69VBGdNw6MvyF8SDc";
    public const string OtherSubscription = "sub_zXPJwePUcqpFN26hs58uW";
    public const string Refund = "ref_4v1SebPbxoy2TvTXKaRoD";
    public const string OtherRefund = "ref_P209z9D8VKfWfQtvHvdPD";
    public const string Webhook = "ep_iiV2PbhRemkjZdHsuEoEc";
    public const string OtherWebhook = "ep_xRmx7BJrg8UPfawFDkUDh";

    /// <summary>Parses a time in the format of the mappings.</summary>
    public static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
