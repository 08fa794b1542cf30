namespace DodoUpsell.Emulator;

/// <summary>The ids of the objects of <see cref="EmulatorSeed.Demo"/>. They never change.</summary>
public static class DemoSeed
{
    /// <summary>A one-time product, USD 49.00.</summary>
    public const string Course = "pdt_demo_course";

    /// <summary>A one-time product, USD 19.00.</summary>
    public const string Ebook = "pdt_demo_ebook";

    /// <summary>A pay-what-you-want product: USD 1.00 or more, USD 5.00 suggested.</summary>
    public const string Tip = "pdt_demo_tip";

    /// <summary>A subscription product, USD 30.00 a month.</summary>
    public const string BasicPlan = "pdt_demo_basic";

    /// <summary>A subscription product, USD 80.00 a month.</summary>
    public const string ProPlan = "pdt_demo_pro";

    /// <summary>An add-on of both plans, USD 5.00 a month.</summary>
    public const string SeatAddon = "adn_demo_seat";

    /// <summary>A discount of 20 % on everything, without an end, with the code <see cref="DiscountCode"/>.</summary>
    public const string Discount = "dsc_demo_spring";

    /// <summary>The code of <see cref="Discount"/>.</summary>
    public const string DiscountCode = "SPRING20";

    /// <summary>
    /// An active subscription of <see cref="CustomerWithCards"/> to <see cref="BasicPlan"/>, paid with
    /// <see cref="GoodCard"/>. At the start, ten of its thirty days have passed.
    /// </summary>
    public const string BasicSubscription = "sub_demo_basic";

    /// <summary>A customer with <see cref="GoodCard"/> and <see cref="ExpiredCard"/>.</summary>
    public const string CustomerWithCards = "cus_demo_ada";

    /// <summary>A customer whose only card is <see cref="DecliningCard"/>.</summary>
    public const string CustomerWithDecliningCard = "cus_demo_ben";

    /// <summary>A customer with no saved card.</summary>
    public const string CustomerWithoutCard = "cus_demo_cleo";

    /// <summary>Visa 4242, 06/32. Every charge succeeds.</summary>
    public const string GoodCard = "pm_demo_visa";

    /// <summary>
    /// Mastercard 4444. It expired two months before the start, and it is the most recently used card of its customer.
    /// </summary>
    public const string ExpiredCard = "pm_demo_expired";

    /// <summary>Visa 0002, 06/32. Every charge fails with <c>GENERIC_DECLINE</c>.</summary>
    public const string DecliningCard = "pm_demo_declining";
}
