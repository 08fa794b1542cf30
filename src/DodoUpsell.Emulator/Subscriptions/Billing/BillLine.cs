using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Products;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>One line of a bill, in minor units: the product of a plan, or one of its add-ons.</summary>
internal sealed record BillLine(
    Product Product,
    Addon? Addon,
    long UnitPrice,
    int Quantity,
    long Discount,
    Proration Share
)
{
    public bool TaxInclusive => Product.Price.TaxInclusive ?? false;

    public long Amount(MidpointRounding rounding) => Share.Of((UnitPrice * Quantity) - Discount, rounding);

    /// <summary>Returns the lines of a plan at full price, less its discounts.</summary>
    public static IReadOnlyList<BillLine> Of(
        SubscriptionPlan plan,
        IEnumerable<SubscriptionDiscount> discounts,
        MidpointRounding rounding
    )
    {
        List<BillLine> lines =
        [
            new BillLine(plan.Product, Addon: null, plan.Price.NetAmount, plan.Quantity, Discount: 0, Proration.Full),
            .. plan.Addons.Select(addon => new BillLine(
                plan.Product,
                addon.Addon,
                addon.Addon.Price,
                addon.Quantity,
                Discount: 0,
                Proration.Full
            )),
        ];
        var reductions = DiscountStacking.Reduce(
            Parts(lines),
            discounts.Select(discount => discount.Discount.Terms),
            plan.Price.Currency,
            rounding
        );
        return [.. lines.Select((line, index) => line with { Discount = reductions[index] })];
    }

    public static IReadOnlyList<DiscountablePart> Parts(IEnumerable<BillLine> lines) =>
        [.. lines.Select(line => new DiscountablePart(line.Product.Id, line.UnitPrice * line.Quantity))];
}
