namespace DodoUpsell.Emulator;

/// <summary>The ids of what <see cref="EmulatorSeed.Demo"/> holds. They never change.</summary>
public static class DemoSeed
{
    /// <summary>One-time product, USD 49.00.</summary>
    public const string Course = "pdt_demo_course";

    /// <summary>One-time product, USD 19.00.</summary>
    public const string Ebook = "pdt_demo_ebook";

    /// <summary>Pay-what-you-want product: at least USD 1.00, USD 5.00 suggested.</summary>
    public const string Tip = "pdt_demo_tip";

    /// <summary>Subscription product, USD 30.00 a month.</summary>
    public const string BasicPlan = "pdt_demo_basic";

    /// <summary>Subscription product, USD 80.00 a month.</summary>
    public const string ProPlan = "pdt_demo_pro";

    /// <summary>Add-on of both plans, USD 5.00 a month.</summary>
    public const string SeatAddon = "adn_demo_seat";

    /// <summary>Discount of 20 % on everything, code <see cref="DiscountCode"/>, for ever.</summary>
    public const string Discount = "dsc_demo_spring";

    /// <summary>The code of <see cref="Discount"/>.</summary>
    public const string DiscountCode = "SPRING20";

    /// <summary>
    /// Active subscription of <see cref="CustomerWithCards"/> to <see cref="BasicPlan"/>, paid with
    /// <see cref="GoodCard"/>: ten days of its thirty have passed at the start.
    /// </summary>
    public const string BasicSubscription = "sub_demo_basic";

    /// <summary>A customer with <see cref="GoodCard"/> and <see cref="ExpiredCard"/>.</summary>
    public const string CustomerWithCards = "cus_demo_ada";

    /// <summary>A customer whose only card is <see cref="DecliningCard"/>.</summary>
    public const string CustomerWithDecliningCard = "cus_demo_ben";

    /// <summary>A customer with no saved card.</summary>
    public const string CustomerWithoutCard = "cus_demo_cleo";

    /// <summary>Visa 4242, 06/32: it pays.</summary>
    public const string GoodCard = "pm_demo_visa";

    /// <summary>Mastercard 4444 that expired two months before the start, though it was used last.</summary>
    public const string ExpiredCard = "pm_demo_expired";

    /// <summary>Visa 0002, 06/32: every charge fails with <c>GENERIC_DECLINE</c>.</summary>
    public const string DecliningCard = "pm_demo_declining";
}
