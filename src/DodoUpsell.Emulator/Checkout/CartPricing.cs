using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>What applies to a cart as a whole.</summary>
/// <param name="BillingCurrency">The currency asked for; it must be the products' own.</param>
/// <param name="TrialDays">A trial that replaces the product's.</param>
/// <param name="AmountRequired">Whether pay-what-you-want amounts must be there: nobody is left to ask.</param>
internal sealed record CartTerms(string? BillingCurrency = null, int? TrialDays = null, bool AmountRequired = false);

/// <summary>Checks a cart against the catalogue and works out what it costs.</summary>
internal sealed class CartPricing(World world)
{
    public PricedCart Price(IReadOnlyList<CartItem> items, CartTerms terms)
    {
        if (items.Count == 0)
            throw ApiException.Unprocessable(ErrorCodes.ProductCartEmpty, "the product cart is empty");

        List<PricedLine> lines = [.. items.Select(item => Line(item, terms))];
        string currency = lines[0].Product.Price.Currency;
        if (lines.Exists(line => !Same(line.Product.Price.Currency, currency)))
            throw ApiException.Unprocessable(ErrorCodes.UnsupportedCurrency, "all products of a cart must have the same currency");

        // Another currency needs adaptive pricing, which the emulated business has not switched on.
        if (terms.BillingCurrency is { } billing && !Same(billing, currency))
            throw ApiException.Unprocessable(ErrorCodes.UnsupportedBillingCurrency, $"the cart is sold in {currency}, not in {billing}");

        var cart = new PricedCart(currency, lines);
        RequireInt32(cart.DueNow.Total);
        RequireInt32(cart.Recurring?.Total ?? 0);
        if (cart.Total > 0 && cart.Total < Currencies.MinimumCharge(currency))
            throw ApiException.Unprocessable(ErrorCodes.TotalBelowMinimum, $"the total is below the minimum charge in {currency}");

        return cart;
    }

    private static int UnitAmount(Price price, CartItem item, bool amountRequired)
    {
        if (price is not OneTimePrice { PayWhatYouWant: true } open)
            return (int)decimal.Round(price.Amount * (100 - price.DiscountPercent) / 100m, MidpointRounding.AwayFromZero);

        if (item.Amount is not { } amount)
        {
            return amountRequired
                ? throw ApiException.Unprocessable(ErrorCodes.PayWhatYouWantAmountRequired, $"product `{item.ProductId}` needs an amount")
                : open.SuggestedAmount ?? open.Amount;
        }

        return amount >= open.Amount
            ? amount
            : throw ApiException.Unprocessable(ErrorCodes.RequestAmountBelowMinimum, $"the amount for `{item.ProductId}` is below {open.Amount}");
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static long RequireInt32(long amount) => amount is >= 0 and <= int.MaxValue
        ? amount
        : throw ApiException.Unprocessable(ErrorCodes.IntegerConversionFailure, "the total is too large");

    private static void RequireQuantity(int quantity, string what)
    {
        if (quantity < 1)
            throw ApiException.InvalidParameters($"the quantity of {what} must be at least 1");
    }

    private PricedLine Line(CartItem item, CartTerms terms)
    {
        Product product = world.Products.Get(item.ProductId);
        if (product.IsArchived)
            throw ApiException.Unprocessable(ErrorCodes.ProductIsDeleted, $"product `{product.Id}` is archived");

        RequireQuantity(item.Quantity, $"product `{product.Id}`");
        int unit = UnitAmount(product.Price, item, terms.AmountRequired);
        bool inclusive = product.Price.TaxInclusive ?? false;
        TaxedAmount own = Amount((long)unit * item.Quantity, inclusive);
        IReadOnlyList<PricedAddon> addons = [.. Addons(item, product)];
        if (product.Price is not RecurringPrice recurring)
            return new PricedLine(product, item.Quantity, unit, own, addons, TrialDays: 0, TrialPrice: default);

        int trialDays = terms.TrialDays ?? recurring.TrialPeriodDays;
        TaxedAmount trialPrice = Amount((long)(recurring.TrialAmount ?? 0) * item.Quantity, inclusive);
        return new PricedLine(product, item.Quantity, unit, own, addons, trialDays, trialPrice);
    }

    private IEnumerable<PricedAddon> Addons(CartItem item, Product product)
    {
        if (item.Addons.Count > 0 && !product.IsRecurring)
            throw ApiException.InvalidParameters($"product `{product.Id}` is not a subscription and takes no add-ons");

        if (item.Addons.DistinctBy(addon => addon.AddonId, StringComparer.Ordinal).Count() < item.Addons.Count)
            throw ApiException.Unprocessable(ErrorCodes.DuplicateAddonIds, "an add-on is listed twice");

        foreach (CartAddon wanted in item.Addons)
        {
            if (!product.AddonIds.Contains(wanted.AddonId, StringComparer.Ordinal) || !world.Addons.TryGet(wanted.AddonId, out Addon? addon))
                throw ApiException.Unprocessable(ErrorCodes.MissingAddonIds, $"add-on `{wanted.AddonId}` is not sold with `{product.Id}`");

            RequireQuantity(wanted.Quantity, $"add-on `{addon.Id}`");
            yield return new PricedAddon(addon, wanted.Quantity, Amount((long)addon.Price * wanted.Quantity, product.Price.TaxInclusive ?? false));
        }
    }

    private TaxedAmount Amount(long gross, bool inclusive)
        => Tax.Apply(world.Options.TaxPercent, RequireInt32(gross), discount: 0, inclusive);
}
