using Microsoft.Extensions.Configuration;
using static DodoUpsell.DependencyInjection.DodoUpsellConfiguration;

namespace DodoUpsell.DependencyInjection;

/// <summary>
/// Reads what a rule sells, and its discounts. <c>Type</c> names the case of <see cref="OfferedSale"/>; without it, it is
/// <c>Products</c>. A product or a discount that is a text is its id or its code.
/// </summary>
internal static class OfferedSaleConfiguration
{
    private const string Type = "Type";

    private static readonly string[] ProductsKeys =
    [
        Type,
        nameof(OfferedSale.Products.Items),
        nameof(OfferedSale.Products.SubscriptionData),
        nameof(OfferedSale.Products.ReplaceMode),
    ];

    private static readonly string[] PlanChangeKeys =
    [
        Type,
        nameof(OfferedSale.PlanChange.ProductId),
        nameof(OfferedSale.PlanChange.From),
        nameof(OfferedSale.PlanChange.Quantity),
        nameof(OfferedSale.PlanChange.Mode),
        nameof(OfferedSale.PlanChange.Timing),
    ];

    private static readonly string[] AddonKeys =
    [
        Type,
        nameof(OfferedSale.Addon.AddonId),
        nameof(OfferedSale.Addon.Quantity),
        nameof(OfferedSale.Addon.For),
        nameof(OfferedSale.Addon.Mode),
    ];

    private static readonly string[] ItemKeys =
    [
        nameof(CheckoutItem.ProductId),
        nameof(CheckoutItem.Quantity),
        nameof(CheckoutItem.Amount),
        nameof(CheckoutItem.Addons),
    ];

    private static readonly string[] ItemAddonKeys = [nameof(AddonQuantity.AddonId), nameof(AddonQuantity.Quantity)];

    private static readonly string[] SubscriptionKeys = [nameof(CheckoutSubscriptionData.TrialPeriodDays)];

    private static readonly string[] DiscountKeys =
    [
        nameof(OfferDiscount.Code),
        nameof(OfferDiscount.UsesPerSubject),
        nameof(OfferDiscount.FirstTimeBuyersOnly),
        nameof(OfferDiscount.EndsAt),
    ];

    public static OfferedSale Read(IConfigurationSection section) =>
        Text(section, Type)?.ToUpperInvariant() switch
        {
            null or "PRODUCTS" => ReadProducts(section),
            "PLANCHANGE" => ReadPlanChange(section),
            "ADDON" => ReadAddon(section),
            _ => throw Wrong(section, Type, "one of Products, PlanChange, Addon"),
        };

    public static IReadOnlyList<OfferDiscount> ReadDiscounts(IReadOnlyList<IConfigurationSection> items) =>
        [.. items.Select(ReadDiscount)];

    private static OfferedSale.Products ReadProducts(IConfigurationSection section)
    {
        var read = new SettingsReader(section, ProductsKeys);
        return new()
        {
            Items = [.. read.Items(nameof(OfferedSale.Products.Items)).Select(ReadItem)],
            SubscriptionData = read.Object(nameof(OfferedSale.Products.SubscriptionData)) is { } subscription
                ? new()
                {
                    TrialPeriodDays = new SettingsReader(subscription, SubscriptionKeys).Number(
                        nameof(CheckoutSubscriptionData.TrialPeriodDays)
                    ),
                }
                : null,
            ReplaceMode = read.Value<ProrationMode>(nameof(OfferedSale.Products.ReplaceMode)),
        };
    }

    private static OfferedSale.PlanChange ReadPlanChange(IConfigurationSection section)
    {
        var read = new SettingsReader(section, PlanChangeKeys);
        return new()
        {
            ProductId = read.Text(nameof(OfferedSale.PlanChange.ProductId)) ?? "",
            From = read.Texts(nameof(OfferedSale.PlanChange.From)),
            Quantity = read.Number(nameof(OfferedSale.PlanChange.Quantity)),
            Mode = read.Value<ProrationMode>(nameof(OfferedSale.PlanChange.Mode)),
            Timing =
                read.Value<PlanChangeTiming>(nameof(OfferedSale.PlanChange.Timing)) ?? PlanChangeTiming.Immediately,
        };
    }

    private static OfferedSale.Addon ReadAddon(IConfigurationSection section)
    {
        var read = new SettingsReader(section, AddonKeys);
        return new()
        {
            AddonId = read.Text(nameof(OfferedSale.Addon.AddonId)) ?? "",
            Quantity = read.Number(nameof(OfferedSale.Addon.Quantity)) ?? 1,
            For = read.Texts(nameof(OfferedSale.Addon.For)),
            Mode = read.Value<ProrationMode>(nameof(OfferedSale.Addon.Mode)),
        };
    }

    private static CheckoutItem ReadItem(IConfigurationSection section)
    {
        if (!section.GetChildren().Any())
            return new() { ProductId = SettingsReader.Single(section), Quantity = 1 };
        var read = new SettingsReader(section, ItemKeys);
        var addons = read.Items(nameof(CheckoutItem.Addons));
        return new()
        {
            ProductId = read.Text(nameof(CheckoutItem.ProductId)) ?? "",
            Quantity = read.Number(nameof(CheckoutItem.Quantity)) ?? 1,
            Amount = read.LongNumber(nameof(CheckoutItem.Amount)),
            Addons = addons.Count == 0 ? null : [.. addons.Select(ReadItemAddon)],
        };
    }

    private static AddonQuantity ReadItemAddon(IConfigurationSection section)
    {
        if (!section.GetChildren().Any())
            return new() { AddonId = SettingsReader.Single(section), Quantity = 1 };
        var read = new SettingsReader(section, ItemAddonKeys);
        return new()
        {
            AddonId = read.Text(nameof(AddonQuantity.AddonId)) ?? "",
            Quantity = read.Number(nameof(AddonQuantity.Quantity)) ?? 1,
        };
    }

    private static OfferDiscount ReadDiscount(IConfigurationSection section)
    {
        if (!section.GetChildren().Any())
            return new() { Code = SettingsReader.Single(section) };
        var read = new SettingsReader(section, DiscountKeys);
        var discount = new OfferDiscount { Code = read.Text(nameof(OfferDiscount.Code)) ?? "" };
        return discount with
        {
            UsesPerSubject = read.Number(nameof(discount.UsesPerSubject)) ?? discount.UsesPerSubject,
            FirstTimeBuyersOnly = read.Flag(nameof(discount.FirstTimeBuyersOnly)) ?? discount.FirstTimeBuyersOnly,
            EndsAt = read.Date(nameof(discount.EndsAt)),
        };
    }
}
