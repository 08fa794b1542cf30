using static DodoUpsell.OfferReason;

namespace DodoUpsell.Offers;

/// <summary>
/// Compares what a rule sells with what the subject has, and turns it into a cart or a plan change. A product of a
/// family of which the subject has another subscription replaces that one.
/// </summary>
internal static class SaleResolver
{
    /// <summary>Returns the reasons why the sale is not possible, and the subscription that it changes.</summary>
    public static SaleMatch Match(OfferRule rule, OfferFacts facts, OfferCatalogue catalogue) =>
        rule.Sale switch
        {
            OfferedSale.Products products => MatchProducts(products, rule.OfferAgain, facts, catalogue),
            OfferedSale.PlanChange change => MatchChange(change, facts, catalogue),
            OfferedSale.Addon addon => MatchAddon(addon, facts),
            _ => new(default(OfferReasons).With(FactsUnknown), OfferFact.None, null),
        };

    /// <summary>Returns what is sold, for a rule without reasons.</summary>
    public static ResolvedSale Resolve(OfferRule rule, OfferFacts facts, OfferCatalogue catalogue)
    {
        var target = Match(rule, facts, catalogue).Target;
        return rule.Sale switch
        {
            OfferedSale.Products products when target is null => new ResolvedSale.Cart(
                products.Items,
                products.SubscriptionData,
                facts.Address,
                rule.Currency
            ),
            OfferedSale.Products products => new ResolvedSale.Change(
                new()
                {
                    SubscriptionId = target!.Id,
                    ProductId = products.Items[0].ProductId,

                    // A plan that replaces another one takes no seats away.
                    Quantity = products.Items[0].Quantity > target.Quantity ? products.Items[0].Quantity : null,
                    Addons = products.Items[0].Addons is [var addon]
                        ? AddonSelection.Set(addon.AddonId, addon.Quantity)
                        : AddonSelection.Keep,
                    Discounts = SelectionOf(rule.Discounts),
                    Mode = products.ReplaceMode,
                }
            ),
            OfferedSale.PlanChange change => new ResolvedSale.Change(
                new()
                {
                    SubscriptionId = target!.Id,
                    ProductId = change.ProductId,
                    Quantity = change.Quantity,
                    Discounts = SelectionOf(rule.Discounts),
                    Mode = change.Mode,
                    Timing = change.Timing,
                }
            ),
            OfferedSale.Addon addon => new ResolvedSale.Change(
                new()
                {
                    SubscriptionId = target!.Id,
                    Addons = AddonSelection.Set(addon.AddonId, addon.Quantity),
                    Discounts = SelectionOf(rule.Discounts),
                    Mode = addon.Mode,
                }
            ),
            var sale => throw new InvalidOperationException($"There is no sale {sale}."),
        };
    }

    private static SaleMatch MatchProducts(
        OfferedSale.Products sale,
        bool offerAgain,
        OfferFacts facts,
        OfferCatalogue catalogue
    )
    {
        var reasons = default(OfferReasons);
        var needs = offerAgain ? OfferFact.Subscriptions : OfferFact.Subscriptions | OfferFact.Owned;
        SubscriptionFacts? target = null;
        for (var i = 0; i < sale.Items.Count; i++)
        {
            var id = sale.Items[i].ProductId;
            if (!offerAgain && facts.Owned.Contains(id))
                reasons = reasons.With(AlreadyOwned);
            var family = facts.Subscriptions.Count == 0 ? null : catalogue.FamilyOf(id);
            var (count, live) = Live(facts, family, id, catalogue, out var isOwned);
            if (isOwned)
                reasons = reasons.With(AlreadyOwned);
            else if (count > 1)
                reasons = reasons.With(SeveralPlansToChange);
            else if (live is not null)
                target = live;
        }

        // A change of a plan and a cart are two charges, and one accept makes one charge.
        if (
            target is not null
            && (!target.IsChangeable || sale.Items.Count > 1 || sale.Items[0].Addons is { Count: > 1 })
        )
            reasons = reasons.With(PlanNotChangeable);
        return new(reasons, needs, target);
    }

    private static SaleMatch MatchChange(OfferedSale.PlanChange sale, OfferFacts facts, OfferCatalogue catalogue)
    {
        var reasons = default(OfferReasons);
        var family = catalogue.FamilyOf(sale.ProductId);
        SubscriptionFacts? target = null;
        var count = 0;
        var isOwned = false;
        for (var i = 0; i < facts.Subscriptions.Count; i++)
        {
            var live = facts.Subscriptions[i];
            var addsSeats =
                live.ScheduledProductId is null && sale.Quantity > live.Quantity && Contains(sale.From, sale.ProductId);
            if (live.IsFor(sale.ProductId) && !addsSeats)
                isOwned = true;
            else if (
                Contains(sale.From, live.ProductId)
                || (family is not null && catalogue.FamilyOf(live.ProductId) == family)
            )
            {
                // Another plan of the family would stay beside the new one, so it counts even if it cannot be changed.
                count++;
                target = live;
            }
        }

        if (isOwned)
            reasons = reasons.With(AlreadyOwned);
        if (count > 1)
            reasons = reasons.With(SeveralPlansToChange);
        else if (target is null)
            reasons = isOwned ? reasons : reasons.With(NoPlanToChange);
        else if (sale.From.Count > 0 && !Contains(sale.From, target.ProductId))
            reasons = reasons.With(NoPlanToChange);
        else if (!target.IsChangeable)
            reasons = reasons.With(PlanNotChangeable);
        return Of(reasons, target, facts);
    }

    private static SaleMatch MatchAddon(OfferedSale.Addon sale, OfferFacts facts)
    {
        var reasons = default(OfferReasons);
        SubscriptionFacts? target = null;
        var count = 0;
        for (var i = 0; i < facts.Subscriptions.Count; i++)
        {
            var live = facts.Subscriptions[i];
            if (!Contains(sale.For, live.ProductId))
                continue;
            count++;
            target = live;
            if (Has(live, sale))
                reasons = reasons.With(AlreadyOwned);
        }

        if (count > 1)
            reasons = reasons.With(SeveralPlansToChange);
        else if (target is null)
            reasons = reasons.With(NoPlanToChange);
        else if (!target.IsChangeable)
            reasons = reasons.With(PlanNotChangeable);
        else if (target.Addons is null)
            reasons = reasons.With(FactsUnknown);
        return Of(reasons, target, facts);
    }

    // Whether there is no plan to change is only known once all are.
    private static SaleMatch Of(OfferReasons reasons, SubscriptionFacts? target, OfferFacts facts) =>
        (facts.Known & OfferFact.Subscriptions) == OfferFact.None && reasons.Contains(NoPlanToChange)
            ? new(reasons.Without(NoPlanToChange), OfferFact.Subscriptions, target)
            : new(reasons, OfferFact.Subscriptions, target);

    private static (int Count, SubscriptionFacts? Live) Live(
        OfferFacts facts,
        OfferFamily? family,
        string productId,
        OfferCatalogue catalogue,
        out bool isOwned
    )
    {
        isOwned = false;
        var count = 0;
        SubscriptionFacts? found = null;
        for (var i = 0; i < facts.Subscriptions.Count; i++)
        {
            var live = facts.Subscriptions[i];
            isOwned |= live.IsFor(productId);
            if (family is null || catalogue.FamilyOf(live.ProductId) != family)
                continue;
            count++;
            found = live;
        }

        return (count, found);
    }

    private static bool Has(SubscriptionFacts live, OfferedSale.Addon sale)
    {
        for (var i = 0; i < (live.Addons?.Count ?? 0); i++)
        {
            var addon = live.Addons![i];
            if (string.Equals(addon.AddonId, sale.AddonId, StringComparison.Ordinal) && addon.Quantity >= sale.Quantity)
                return true;
        }

        return false;
    }

    private static bool Contains(IReadOnlyList<string> ids, string id)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (string.Equals(ids[i], id, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // The codes that the subscription has stay, as a plan change without a discount keeps them as far as the API does.
    private static DiscountSelection SelectionOf(IReadOnlyList<OfferDiscount> discounts) =>
        discounts.Count == 0
            ? DiscountSelection.Preserved
            : new() { Choice = DiscountsChoice.With, Codes = [.. discounts.Select(discount => discount.Code)] };
}

/// <summary>The result of comparing a sale with what the subject has.</summary>
/// <param name="Reasons">The reasons why the sale is not possible.</param>
/// <param name="Needs">The facts that must be known if there is no reason.</param>
/// <param name="Target">The subscription that is changed, or null if a cart is sold.</param>
internal readonly record struct SaleMatch(OfferReasons Reasons, OfferFact Needs, SubscriptionFacts? Target);
