using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Resolves the add-ons of a plan: each listed once, sold with the product, in its currency.</summary>
internal static class PlanAddons
{
    public static IEnumerable<PlanAddon> Read(EmulatorState state, Product product, IReadOnlyList<CartAddon> wanted)
    {
        if (wanted.DistinctBy(addon => addon.AddonId, StringComparer.Ordinal).Count() < wanted.Count)
            throw ApiException.Unprocessable(ErrorCodes.DuplicateAddonIds, "an add-on is listed twice");

        foreach (var item in wanted)
        {
            if (
                !product.AddonIds.Contains(item.AddonId, StringComparer.Ordinal)
                || !state.Addons.TryGet(item.AddonId, out var addon)
            )
                throw ApiException.Unprocessable(
                    ErrorCodes.MissingAddonIds,
                    $"add-on `{item.AddonId}` is not sold with `{product.Id}`"
                );
            if (!string.Equals(addon.Currency, product.Price.Currency, StringComparison.Ordinal))
                throw ApiException.Unprocessable(
                    ErrorCodes.UnsupportedCurrency,
                    $"add-on `{addon.Id}` is not sold in {product.Price.Currency}"
                );
            if (item.Quantity < 1)
                throw ApiException.InvalidParameters($"the quantity of add-on `{addon.Id}` must be at least 1");

            yield return new PlanAddon(addon, item.Quantity);
        }
    }
}
