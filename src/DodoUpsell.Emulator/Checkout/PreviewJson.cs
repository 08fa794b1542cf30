using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>
/// The JSON of a price preview. Prices of a line are for its whole quantity; tax rates are in percent.
/// </summary>
internal static class PreviewJson
{
    public static JsonObject Of(PricedCart cart, string country, decimal taxPercent, DateTimeOffset now)
    {
        // With several subscriptions, the members of a single subscription are given for each of them.
        var only = cart.Subscriptions is [var one] ? one : null;
        var trialDays = only?.TrialDays ?? 0;
        var json = new JsonObject
        {
            ["billing_country"] = country,
            ["currency"] = cart.Currency,
            ["is_byop"] = false,
            ["total_price"] = cart.DueNow.Total,
            ["total_tax"] = cart.DueNow.Tax,
            ["current_breakup"] = Breakup(cart.DueNow),
            ["recurring_breakup"] = cart.Recurring is { } recurring ? Breakup(recurring) : null,
            ["product_cart"] = new JsonArray([.. cart.Lines.Select(line => Line(line, cart, taxPercent))]),
            ["payment_method_required"] = cart.NeedsPaymentMethod,
            ["next_billing_date"] = WireTime.Write(cart.Subscriptions.Min(line => NextBillingDate(line, now))),
            ["trial_period_days"] = trialDays > 0 ? trialDays : null,
            ["trial_amount"] = trialDays > 0 ? (only?.Product.Price as RecurringPrice)?.TrialAmount : null,
            ["tax_id_business_name"] = null,
            ["tax_id_err_msg"] = null,
            ["tax_id_format_name"] = null,
        };
        if (cart.Subscriptions.Count > 1)
            json["subscriptions"] = new JsonArray([.. cart.Subscriptions.Select(line => Subscription(line, now))]);

        return json;
    }

    private static JsonObject Subscription(PricedLine line, DateTimeOffset now) =>
        new()
        {
            ["product_id"] = line.Product.Id,
            ["amount_due_now"] = line.DueNow.Total,
            ["tax_due_now"] = line.DueNow.Tax,
            ["recurring_amount"] = line.PerCycle.Total,
            ["recurring_tax"] = line.PerCycle.Tax,
            ["next_billing_date"] = WireTime.Write(NextBillingDate(line, now)),
            ["trial_period_days"] = line.TrialDays > 0 ? line.TrialDays : null,
        };

    private static DateTimeOffset? NextBillingDate(PricedLine subscription, DateTimeOffset now)
    {
        if (subscription.Product.Price is not SubscriptionPrice price)
            return null;

        return subscription.TrialDays > 0 ? now.AddDays(subscription.TrialDays) : price.Frequency.After(now);
    }

    private static IReadOnlyList<PricedMeter> Meters(Price price) => price is UsageBasedPrice usage ? usage.Meters : [];

    private static IEnumerable<DiscountTerms> Covering(PricedCart cart, Product product) =>
        cart.Discounts.Select(discount => discount.Terms).Where(terms => terms.Covers(product.Id));

    // The sum of all percentages. Flat amounts have no percentage.
    private static int? BasisPoints(PricedCart cart, Product product, long gross, long discount)
    {
        List<DiscountTerms> covering = [.. Covering(cart, product)];
        return covering.Count == 0 || covering.Exists(terms => terms.IsFlat) || gross == 0
            ? null
            : (int)decimal.Round(10_000m * discount / gross, MidpointRounding.AwayFromZero);
    }

    private static JsonObject Breakup(TaxedAmount amount) =>
        new()
        {
            ["subtotal"] = amount.Subtotal,
            ["discount"] = amount.Discount,
            ["tax"] = amount.Tax,
            ["total_amount"] = amount.Total,
        };

    private static JsonObject Line(PricedLine line, PricedCart cart, decimal taxPercent) =>
        new()
        {
            ["product_id"] = line.Product.Id,
            ["name"] = line.Product.Name,
            ["description"] = line.Product.Description,
            ["quantity"] = line.Quantity,
            ["og_price"] = (long)line.UnitAmount * line.Quantity,
            ["og_currency"] = line.Product.Price.Currency,
            ["discounted_price"] = ((long)line.UnitAmount * line.Quantity) - line.Own.Discount,
            ["currency"] = line.Product.Price.Currency,
            ["discount_amount"] = BasisPoints(
                cart,
                line.Product,
                (long)line.UnitAmount * line.Quantity,
                line.Own.Discount
            ),
            ["discount_cycle"] = line.Product.IsRecurring
                ? Covering(cart, line.Product).Min(terms => terms.SubscriptionCycles)
                : null,
            ["tax"] = line.Own.Tax,
            ["tax_rate"] = (int)taxPercent,
            ["tax_inclusive"] = line.Product.Price.TaxInclusive ?? false,
            ["tax_category"] = line.Product.TaxCategory,
            ["is_subscription"] = line.Product.IsRecurring,
            ["is_usage_based"] = line.Product.Price is UsageBasedPrice,
            ["meters"] = new JsonArray([
                .. Meters(line.Product.Price).Select(meter => (JsonNode)meter.ToDetailsJson()),
            ]),
            ["credit_entitlements"] = new JsonArray(),
            ["addons"] = line.Product.IsRecurring
                ? new JsonArray([.. line.Addons.Select(addon => Addon(addon, cart, line.Product, taxPercent))])
                : null,
        };

    private static JsonObject Addon(PricedAddon line, PricedCart cart, Product product, decimal taxPercent) =>
        new()
        {
            ["addon_id"] = line.Addon.Id,
            ["name"] = line.Addon.Name,
            ["description"] = line.Addon.Description,
            ["quantity"] = line.Quantity,
            ["single_quantity_price"] = line.Addon.Price,
            ["og_price"] = (long)line.Addon.Price * line.Quantity,
            ["og_currency"] = line.Addon.Currency,
            ["discounted_price"] = ((long)line.Addon.Price * line.Quantity) - line.Amount.Discount,
            ["currency"] = line.Addon.Currency,
            ["discount_amount"] = BasisPoints(
                cart,
                product,
                (long)line.Addon.Price * line.Quantity,
                line.Amount.Discount
            ),
            ["tax"] = line.Amount.Tax,
            ["tax_rate"] = (int)taxPercent,
            ["tax_inclusive"] = product.Price.TaxInclusive ?? false,
            ["tax_category"] = line.Addon.TaxCategory,
        };
}
