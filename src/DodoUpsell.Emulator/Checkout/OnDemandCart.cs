using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>Checks the contents of a cart whose subscription is charged on demand.</summary>
internal static class OnDemandCart
{
    public static void Require(IReadOnlyList<PricedLine> lines, CartTerms terms, string currency)
    {
        if (lines.Any(line => !line.Product.IsRecurring))
            throw ApiException.Unprocessable(
                ErrorCodes.OneTimeNotAllowedForOnDemand,
                "an on-demand subscription takes no one-time products"
            );
        if (lines.Count > 1)
            throw ApiException.InvalidParameters("a cart that is charged on demand holds one subscription");
        if (lines.Any(line => line.Product.Price is UsageBasedPrice))
            throw ApiException.Unprocessable(
                ErrorCodes.OnDemandUsageBased,
                "a usage-based product cannot be charged on demand"
            );
        if (lines.Any(line => line.Addons.Count > 0))
            throw ApiException.Unprocessable(
                ErrorCodes.AddonsNotAllowedForOnDemand,
                "an on-demand subscription takes no add-ons"
            );
        if (terms.DiscountCodes.Count > 0)
            throw ApiException.Unprocessable(
                ErrorCodes.DiscountNotAvailableForOnDemand,
                "an on-demand subscription takes no discounts"
            );
        if (terms.OnDemand?.Currency is { } other && !string.Equals(other, currency, StringComparison.Ordinal))
            throw ApiException.Unprocessable(
                ErrorCodes.UnsupportedCurrency,
                $"the subscription is sold in {currency}, not in {other}"
            );
    }
}
