using System.Collections.Frozen;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Products;

/// <summary>Reads a product in the API's own shape; whatever is left out gets a default.</summary>
internal static class ProductInput
{
    private const int DefaultAmount = 1000;

    private static readonly FrozenSet<string> TaxCategories =
        FrozenSet.Create(StringComparer.Ordinal, "digital_products", "saas", "e_book", "edtech", "live_tutoring");

    private static readonly FrozenSet<string> PriceTypes =
        FrozenSet.Create(StringComparer.Ordinal, OneTimePrice.Type, RecurringPrice.Type);

    public static Product Read(string id, JsonInput input, World world)
    {
        DateTimeOffset createdAt = input.OptionalTime("created_at") ?? world.Now;
        return new Product
        {
            Id = id,
            Name = input.OptionalText("name") ?? id,
            Description = input.OptionalText("description"),
            Image = input.OptionalText("image"),
            Price = ReadPrice(input.OptionalObject("price"), input.Flag("is_recurring")),
            TaxCategory = input.OptionalChoice("tax_category", TaxCategories) ?? "digital_products",
            AddonIds = input.OptionalTexts("addons") ?? [],
            Metadata = input.OptionalMetadata() ?? [],
            IsArchived = input.Flag("archived"),
            CreatedAt = createdAt,
            UpdatedAt = input.OptionalTime("updated_at") ?? createdAt,
        };
    }

    private static Price ReadPrice(JsonInput? price, bool recurring)
    {
        string byDefault = recurring ? RecurringPrice.Type : OneTimePrice.Type;
        if (price is null)
        {
            return recurring
                ? new RecurringPrice { Amount = DefaultAmount, Currency = "USD" }
                : new OneTimePrice { Amount = DefaultAmount, Currency = "USD" };
        }

        int amount = price.OptionalInt32("price", minimum: 0) ?? DefaultAmount;
        string currency = price.OptionalChoice("currency", Currencies.All) ?? "USD";
        int discount = price.OptionalInt32("discount", minimum: 0, maximum: 100) ?? 0;
        bool? taxInclusive = price.OptionalFlag("tax_inclusive");
        if (price.OptionalChoice("type", PriceTypes) is { } type ? type is OneTimePrice.Type : byDefault is OneTimePrice.Type)
        {
            return new OneTimePrice
            {
                Amount = amount,
                Currency = currency,
                DiscountPercent = discount,
                TaxInclusive = taxInclusive,
                PayWhatYouWant = price.Flag("pay_what_you_want"),
                SuggestedAmount = price.OptionalInt32("suggested_price", minimum: 0),
            };
        }

        return new RecurringPrice
        {
            Amount = amount,
            Currency = currency,
            DiscountPercent = discount,
            TaxInclusive = taxInclusive,
            Frequency = Interval(price, "payment_frequency", new BillingInterval(1, BillingInterval.Month)),
            Term = Interval(price, "subscription_period", new BillingInterval(10, BillingInterval.Year)),
            TrialPeriodDays = price.OptionalInt32("trial_period_days", minimum: 0, maximum: 10_000) ?? 0,
            TrialAmount = price.OptionalInt32("trial_amount", minimum: 0),
        };
    }

    private static BillingInterval Interval(JsonInput price, string name, BillingInterval byDefault) => new(
        price.OptionalInt32($"{name}_count", minimum: 1, maximum: 1200) ?? byDefault.Count,
        price.OptionalChoice($"{name}_interval", BillingInterval.Units) ?? byDefault.Unit);
}
