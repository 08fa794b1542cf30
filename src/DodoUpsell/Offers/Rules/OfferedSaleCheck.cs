namespace DodoUpsell.Offers;

/// <summary>Validates what a rule, or a variant of it, sells and the discounts it gives.</summary>
internal sealed class OfferedSaleCheck(OfferFailures failures, IReadOnlyList<OfferFamily> families)
{
    private const string ProductId = "the id of a product (pdt_…)";

    public void Check(SettingPath path, OfferedSale? sale)
    {
        switch (sale)
        {
            case null:
                failures.Add(path, "is missing: set what the offer sells");
                break;
            case OfferedSale.Products products:
                CheckProducts(path, products);
                break;
            case OfferedSale.PlanChange change:
                CheckPlanChange(path, change);
                break;
            case OfferedSale.Addon addon:
                CheckAddon(path, addon);
                break;
        }
    }

    public void CheckDiscounts(SettingPath path, IReadOnlyList<OfferDiscount> discounts)
    {
        if (discounts.Count > DodoUpsell.Check.MaxDiscountCodes)
            failures.AddValue(path, $"a list of {discounts.Count} codes", "the API accepts 20 codes at most");
        for (var i = 0; i < discounts.Count; i++)
        {
            if (discounts[i] is not { } discount)
            {
                failures.Add(path[i], "is missing: set a discount, or remove it");
                continue;
            }

            var code = discount.Code;
            if (string.IsNullOrWhiteSpace(code))
                failures.Add(path[i]["Code"], "is blank: set it to the code of a discount");
            else if (
                discounts.Take(i).Any(other => string.Equals(other?.Code, code, StringComparison.OrdinalIgnoreCase))
            )
                failures.Add(path[i]["Code"], "is the same code a second time: remove it");
            failures.AtLeast(path[i]["UsesPerSubject"], discount.UsesPerSubject, 1);
        }
    }

    private void CheckProducts(SettingPath path, OfferedSale.Products products)
    {
        var items = products.Items ?? [];
        var itemsPath = path["Items"];
        if (items.Count is 0 or > DodoUpsell.Check.MaxCartProducts)
            failures.AddValue(itemsPath, $"a list of {items.Count} products", "set 1 to 20 products");
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { } item)
            {
                failures.Add(itemsPath[i], "is missing: set a product, or remove it");
                continue;
            }

            if (string.IsNullOrWhiteSpace(item.ProductId))
                failures.Add(itemsPath[i]["ProductId"], $"is blank: set it to {ProductId}");
            else if (
                items.Take(i).Any(other => string.Equals(other?.ProductId, item.ProductId, StringComparison.Ordinal))
            )
                failures.Add(
                    itemsPath[i]["ProductId"],
                    $"is '{item.ProductId}' a second time: set its quantity instead"
                );
            else if (items[i].Quantity < 1)
                failures.AtLeast(itemsPath[i]["Quantity"], item.Quantity, 1);
            else
                failures.Try(itemsPath[i], () => item.Validate("The product"));
        }

        CheckOnePerFamily(itemsPath, items);
        failures.Known(path["ReplaceMode"], products.ReplaceMode);
        if (products.SubscriptionData is { } subscription)
            failures.Try(path["SubscriptionData"], () => subscription.Validate("The subscription"));
        if (products.SubscriptionData?.OnDemand is { MandateOnly: true })
        {
            failures.Add(
                path["SubscriptionData"]["OnDemand"]["MandateOnly"],
                "is true, so that accepting the offer would charge nothing: set it to false"
            );
        }
    }

    private void CheckOnePerFamily(SettingPath path, IReadOnlyList<CheckoutItem> items)
    {
        foreach (var family in families)
        {
            var several = items.Where(item => Contains(family, item?.ProductId)).ToList();
            if (several.Count > 1 || several is [{ Quantity: > 1 }])
            {
                failures.Add(
                    path,
                    $"sells more than one of the family '{family.Name}', of which a subject has one subscription at "
                        + $"most: sell one"
                );
            }
        }
    }

    private void CheckPlanChange(SettingPath path, OfferedSale.PlanChange change)
    {
        if (string.IsNullOrWhiteSpace(change.ProductId))
            failures.Add(path["ProductId"], $"is blank: set it to {ProductId} that is the new plan");
        else if (change.From.Count == 0 && !families.Any(family => HasOther(family, change.ProductId)))
        {
            failures.Add(
                path["From"],
                $"is empty, and '{change.ProductId}' is in no family with another plan: set From to the plans that can "
                    + $"be changed, or add the plan to Families"
            );
        }

        failures.Names(path["From"], change.From, ProductId);
        if (change.Quantity is null && change.From.Contains(change.ProductId, StringComparer.Ordinal))
        {
            failures.Add(
                path["From"],
                $"contains '{change.ProductId}', the new plan itself: remove it, or set Quantity to change the number of "
                    + $"seats"
            );
        }

        failures.AtLeast(path["Quantity"], change.Quantity, 1);
        failures.Known(path["Mode"], change.Mode);
        failures.Known<PlanChangeTiming>(path["Timing"], change.Timing);
        if (
            change.Timing == PlanChangeTiming.NextBillingDate
            && change.Mode is { IsKnown: true } mode
            && mode != ProrationMode.FullImmediately
        )
        {
            failures.AddValue(
                path["Mode"],
                mode,
                $"a change at the next renewal has the mode {ProrationMode.FullImmediately} only; remove Mode, or change "
                    + $"the plan immediately"
            );
        }
    }

    private void CheckAddon(SettingPath path, OfferedSale.Addon addon)
    {
        if (string.IsNullOrWhiteSpace(addon.AddonId))
            failures.Add(path["AddonId"], "is blank: set it to the id of an add-on (adn_…)");
        failures.AtLeast(path["Quantity"], addon.Quantity, 1);
        if (addon.For is null or { Count: 0 })
            failures.Add(path["For"], "is empty: set it to the plans that the add-on is for");
        else
            failures.Names(path["For"], addon.For, ProductId);
        failures.Known(path["Mode"], addon.Mode);
    }

    private static bool Contains(OfferFamily family, string? productId) =>
        productId is not null && family.ProductIds.Contains(productId, StringComparer.Ordinal);

    private static bool HasOther(OfferFamily family, string productId) =>
        Contains(family, productId) && family.ProductIds.Count > 1;
}
