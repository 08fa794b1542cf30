using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>Checks a cart against the catalogue and calculates its price.</summary>
internal sealed class CartPricing(EmulatorState state)
{
    public PricedCart Price(IReadOnlyList<CartItem> items, CartTerms terms)
    {
        if (items.Count == 0)
            throw ApiException.Unprocessable(ErrorCodes.ProductCartEmpty, "the product cart is empty");

        List<PricedLine> lines = [.. items.Select(item => Line(item, terms))];
        var currency = lines[0].Product.Price.Currency;
        if (lines.Exists(line => !Same(line.Product.Price.Currency, currency)))
            throw ApiException.Unprocessable(
                ErrorCodes.UnsupportedCurrency,
                "all products of a cart must have the same currency"
            );

        // Another currency requires adaptive pricing, which is off for the emulated business.
        if (terms.BillingCurrency is { } billing && !Same(billing, currency))
            throw ApiException.Unprocessable(
                ErrorCodes.UnsupportedBillingCurrency,
                $"the cart is sold in {currency}, not in {billing}"
            );

        if (terms.OnDemand is not null)
            OnDemandCart.Require(lines, terms, currency);

        var discounts = DiscountCodes.Require(state, terms.DiscountCodes);
        foreach (var discount in discounts)
        {
            DiscountRules.RequireLive(discount, state.Now);
            DiscountRules.RequireCustomer(state, discount, terms.Customer);
        }

        var cart = new PricedCart(
            currency,
            new CartDiscounts(state, state.TaxPercent(terms.Country)).Apply(lines, discounts, currency)
        )
        {
            Discounts = discounts,
        };
        RequireInt32(cart.DueNow.Total);
        RequireInt32(cart.Recurring?.Total ?? 0);
        if (cart.Total > 0 && cart.Total < Currencies.MinimumCharge(currency))
            throw ApiException.Unprocessable(
                ErrorCodes.TotalBelowMinimum,
                $"the total is below the minimum charge in {currency}"
            );

        return cart;
    }

    private static int UnitAmount(Price price, CartItem item, bool amountRequired)
    {
        if (price is not OneTimePrice { PayWhatYouWant: true } open)
            return price.NetAmount;

        if (item.Amount is not { } amount)
        {
            return amountRequired
                ? throw ApiException.Unprocessable(
                    ErrorCodes.PayWhatYouWantAmountRequired,
                    $"product `{item.ProductId}` needs an amount"
                )
                : open.SuggestedAmount ?? open.Amount;
        }

        return amount >= open.Amount
            ? amount
            : throw ApiException.Unprocessable(
                ErrorCodes.RequestAmountBelowMinimum,
                $"the amount for `{item.ProductId}` is below {open.Amount}"
            );
    }

    private static TaxedAmount Amount(decimal percent, long gross, bool inclusive) =>
        Tax.Apply(percent, RequireInt32(gross), discount: 0, inclusive);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static long RequireInt32(long amount) =>
        amount is >= 0 and <= int.MaxValue
            ? amount
            : throw ApiException.Unprocessable(ErrorCodes.IntegerConversionFailure, "the total is too large");

    private static void RequireQuantity(int quantity, string what)
    {
        if (quantity < 1)
            throw ApiException.InvalidParameters($"the quantity of {what} must be at least 1");
    }

    private PricedLine Line(CartItem item, CartTerms terms)
    {
        var product = state.Products.Get(item.ProductId);
        if (product.IsArchived)
            throw ApiException.Unprocessable(ErrorCodes.ProductIsDeleted, $"product `{product.Id}` is archived");

        RequireQuantity(item.Quantity, $"product `{product.Id}`");
        var unit = UnitAmount(product.Price, item, terms.AmountRequired);
        var inclusive = product.Price.TaxInclusive ?? false;
        var percent = state.TaxPercent(terms.Country);
        var own = Amount(percent, (long)unit * item.Quantity, inclusive);
        IReadOnlyList<PricedAddon> addons = [.. Addons(item, product, percent)];
        if (product.Price is UsageBasedPrice)
            RequireUsageBased(item);

        if (product.Price is not RecurringPrice recurring)
            return new PricedLine(product, item.Quantity, unit, own, addons, TrialDays: 0, TrialPrice: default);

        var trialDays = terms.OnDemand is null ? terms.TrialDays ?? recurring.TrialPeriodDays : 0;
        var trialPrice = Amount(percent, (long)(recurring.TrialAmount ?? 0) * item.Quantity, inclusive);
        var line = new PricedLine(product, item.Quantity, unit, own, addons, trialDays, trialPrice);
        return terms.OnDemand is { } onDemand
            ? line with
            {
                Due = Amount(
                    percent,
                    onDemand.MandateOnly ? 0 : onDemand.Price ?? (long)unit * item.Quantity,
                    inclusive
                ),
            }
            : line;
    }

    private static void RequireUsageBased(CartItem item)
    {
        if (item.Quantity != 1)
            throw ApiException.Unprocessable(
                ErrorCodes.InvalidQuantity,
                $"product `{item.ProductId}` is billed by usage and takes quantity 1 only"
            );
        if (item.Addons.Count > 0)
            throw ApiException.Unprocessable(
                ErrorCodes.AddonsNotAllowedForUsageBased,
                $"product `{item.ProductId}` is billed by usage and takes no add-ons"
            );
    }

    private IEnumerable<PricedAddon> Addons(CartItem item, Product product, decimal percent)
    {
        if (item.Addons.Count > 0 && !product.IsRecurring)
            throw ApiException.InvalidParameters($"product `{product.Id}` is not a subscription and takes no add-ons");

        var inclusive = product.Price.TaxInclusive ?? false;
        return PlanAddons
            .Read(state, product, item.Addons)
            .Select(addon => new PricedAddon(
                addon.Addon,
                addon.Quantity,
                Amount(percent, (long)addon.Addon.Price * addon.Quantity, inclusive)
            ));
    }
}
