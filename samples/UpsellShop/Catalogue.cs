using DodoUpsell;
using DodoUpsell.Emulator;

namespace UpsellShop;

/// <summary>What the shop sells, and what it offers to whom.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<Article> Articles { get; } =
    [
        new(DemoSeed.Course, "The sourdough course", "Eight lessons, from the starter to the crust.", "$49.00"),
        new(DemoSeed.BasicPlan, "Bakers’ club", "A recipe every week, and questions answered.", "$30.00 a month"),
    ];

    public static void AddOffers(OfferCatalogueBuilder offers)
    {
        offers.Family("club", DemoSeed.BasicPlan, DemoSeed.ProPlan);
        offers.Rule(
            "ebook",
            rule =>
                rule.WhenBought(DemoSeed.Course)
                    .Sell(DemoSeed.Ebook)
                    .Downsell("ebook-for-less", no => no.Sell(DemoSeed.Ebook).Discount(DemoSeed.DiscountCode))
        );
        offers.Rule("pro", rule => rule.At("account").ChangePlan(DemoSeed.ProPlan, from: DemoSeed.BasicPlan));
    }

    public static string NameOf(string productId) =>
        productId switch
        {
            DemoSeed.Ebook => "The e-book “Bread at home”",
            DemoSeed.ProPlan => "Bakers’ club Pro",
            _ => Articles.FirstOrDefault(article => article.ProductId == productId)?.Name ?? productId,
        };

    public static string OtherPlan(string productId) =>
        productId == DemoSeed.BasicPlan ? DemoSeed.ProPlan : DemoSeed.BasicPlan;

    public static string HeadlineOf(Offer offer) =>
        offer.TextKey switch
        {
            "ebook" => "Take the book of the course with you",
            "ebook-for-less" => "A fifth less, today only",
            "pro" => "Bake with us every day",
            _ => "One more thing",
        };
}

internal sealed record Article(string ProductId, string Name, string Text, string Price);
