using System.Collections.Frozen;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Products;

/// <summary>Reads a product in the API's format. Members that are left out get a default.</summary>
internal static class ProductInput
{
    private const int DefaultAmount = 1000;

    private static readonly BillingInterval MonthlyFrequency = new(1, BillingInterval.Month);
    private static readonly BillingInterval TenYearTerm = new(10, BillingInterval.Year);

    private static readonly FrozenSet<string> PriceTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        OneTimePrice.Type,
        RecurringPrice.Type,
        UsageBasedPrice.Type
    );

    public static Product Read(string id, JsonInput input, EmulatorState state)
    {
        var createdAt = input.OptionalTime("created_at") ?? state.Now;
        return new Product
        {
            Id = id,
            Name = input.OptionalText("name") ?? id,
            Description = input.OptionalText("description"),
            Image = input.OptionalText("image"),
            Price = ReadPrice(input.OptionalObject("price"), input.Flag("is_recurring")),
            TaxCategory = input.OptionalChoice("tax_category", TaxCategories.All) ?? "digital_products",
            AddonIds = input.OptionalTexts("addons") ?? [],
            Metadata = input.OptionalMetadata() ?? [],
            IsArchived = input.Flag("archived"),
            CreatedAt = createdAt,
            UpdatedAt = input.OptionalTime("updated_at") ?? createdAt,
        };
    }

    private static Price ReadPrice(JsonInput? price, bool recurring)
    {
        price ??= JsonInput.Of([]);
        var byDefault = recurring ? RecurringPrice.Type : OneTimePrice.Type;
        var discount =
            price.OptionalInt32("discount_bps", minimum: 0, maximum: 10_000)
            ?? 100 * (price.OptionalInt32("discount", minimum: 0, maximum: 100) ?? 0);
        var taxInclusive = price.OptionalFlag("tax_inclusive");
        var currency = price.OptionalChoice("currency", Currencies.All) ?? "USD";
        Price read = (price.OptionalChoice("type", PriceTypes) ?? byDefault) switch
        {
            RecurringPrice.Type => new RecurringPrice
            {
                Amount = Amount(price, "price"),
                Currency = currency,
                Frequency = Interval(price, "payment_frequency", MonthlyFrequency),
                Term = Interval(price, "subscription_period", TenYearTerm),
                TrialPeriodDays = price.OptionalInt32("trial_period_days", minimum: 0, maximum: 10_000) ?? 0,
                TrialAmount = price.OptionalInt32("trial_amount", minimum: 0),
                TrialAppliesDiscounts = price.OptionalFlag("trial_apply_discounts") ?? false,
                TrialWithoutPaymentMethod = price.OptionalFlag("trial_payment_method_optional") ?? false,
                ZeroAmountWithoutPaymentMethod = price.OptionalFlag("zero_amount_payment_method_optional") ?? false,
            },
            UsageBasedPrice.Type => new UsageBasedPrice
            {
                Amount = Amount(price, "fixed_price"),
                Currency = currency,
                Frequency = Interval(price, "payment_frequency", MonthlyFrequency),
                Term = Interval(price, "subscription_period", TenYearTerm),
                Meters = [.. (price.OptionalObjects("meters") ?? []).Select(PricedMeter.Read)],
            },
            _ => new OneTimePrice
            {
                Amount = Amount(price, "price"),
                Currency = currency,
                PayWhatYouWant = price.Flag("pay_what_you_want"),
                SuggestedAmount = price.OptionalInt32("suggested_price", minimum: 0),
            },
        };
        return read with { DiscountBasisPoints = discount, TaxInclusive = taxInclusive ?? false };
    }

    private static int Amount(JsonInput price, string name) => price.OptionalInt32(name, minimum: 0) ?? DefaultAmount;

    private static BillingInterval Interval(JsonInput price, string name, BillingInterval byDefault) =>
        new(
            price.OptionalInt32($"{name}_count", minimum: 1, maximum: 1200) ?? byDefault.Count,
            price.OptionalChoice($"{name}_interval", BillingInterval.Units) ?? byDefault.Unit
        );
}
