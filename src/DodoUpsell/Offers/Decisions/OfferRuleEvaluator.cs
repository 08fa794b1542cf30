using static DodoUpsell.OfferReason;

namespace DodoUpsell.Offers;

/// <summary>
/// Compares a rule with facts and returns all reasons why it is not offered. It reads nothing and allocates nothing.
/// </summary>
/// <remarks>
/// What speaks against a rule counts even if the facts are incomplete. What speaks for it counts only if they are
/// complete: a fact that a rule needs and that is not known is a reason of its own.
/// </remarks>
internal static class OfferRuleEvaluator
{
    public static OfferReasons Evaluate(OfferRule rule, OfferFacts facts, OfferCatalogue catalogue)
    {
        var needs = OfferFact.Payments;
        var reasons = Scheduled(rule, facts);
        Products(rule.When, facts, ref reasons, ref needs);
        Amount(rule.When, facts, ref reasons, ref needs);
        History(rule.When, facts, ref reasons, ref needs);
        Audiences(rule.When, facts, ref reasons);
        Memory(rule, facts, ref reasons);
        Discounts(rule.Discounts, facts, ref reasons);
        if (facts.IsChargePending)
            reasons = reasons.With(ChargePending);
        var sale = SaleResolver.Match(rule, facts, catalogue);
        reasons = reasons.Union(sale.Reasons);
        needs |= sale.Needs;

        // Facts that were not asked for, because other facts excluded the rule, are no reason.
        var isMissing =
            (needs & facts.Unknown) != OfferFact.None || (reasons.IsEmpty && (needs & ~facts.Known) != OfferFact.None);
        return isMissing ? reasons.With(FactsUnknown) : reasons;
    }

    /// <summary>
    /// Returns the reasons that depend on neither the subject nor its purchase. A rule that has one needs no facts.
    /// </summary>
    public static OfferReasons Scheduled(OfferRule rule, OfferFacts facts)
    {
        var reasons = default(OfferReasons);
        if (!rule.Enabled)
            reasons = reasons.With(Disabled);
        if (rule.StartsAt > facts.Now)
            reasons = reasons.With(NotStarted);
        if (rule.EndsAt <= facts.Now)
            reasons = reasons.With(Ended);
        if (facts.Paused.Contains(rule.Id))
            reasons = reasons.With(Paused);
        if (facts.Purchase is { } purchase && purchase.At + rule.Expiry <= facts.Now)
            reasons = reasons.With(TooLate);
        if (facts.IsDownsell)
            return reasons;
        if (rule.OnlyAsDownsell)
            reasons = reasons.With(OnlyAsDownsell);
        return facts.Placement is { } placement && !string.Equals(placement, rule.Placement, StringComparison.Ordinal)
            ? reasons.With(OtherPlacement)
            : reasons;
    }

    // With a purchase, only its products count as bought; without one, what the subject has.
    private static void Products(OfferTrigger when, OfferFacts facts, ref OfferReasons reasons, ref OfferFact needs)
    {
        var source = facts.Purchase is null ? OfferFact.Owned | OfferFact.Subscriptions : OfferFact.PurchaseProducts;
        var isComplete = (source & ~facts.Known) == OfferFact.None;
        if (!HasAny(when.BoughtAnyOf, facts) || !HasAll(when.BoughtAllOf, facts))
        {
            if (isComplete)
                reasons = reasons.With(NotBought);
            else
                needs |= source;
        }

        if (when.NoneOf.Count == 0)
            return;
        needs |= OfferFact.Owned | OfferFact.Subscriptions;
        if (facts.Purchase is not null)
            needs |= OfferFact.PurchaseProducts;
        for (var i = 0; i < when.NoneOf.Count; i++)
        {
            var id = when.NoneOf[i];
            if (facts.Purchase?.Contains(id) == true || facts.Has(id))
                reasons = reasons.With(ExcludedProduct);
        }
    }

    private static bool HasAny(IReadOnlyList<string> ids, OfferFacts facts)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (IsBought(ids[i], facts))
                return true;
        }

        return ids.Count == 0;
    }

    private static bool HasAll(IReadOnlyList<string> ids, OfferFacts facts)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (!IsBought(ids[i], facts))
                return false;
        }

        return true;
    }

    private static bool IsBought(string id, OfferFacts facts) =>
        facts.Purchase is { } purchase ? purchase.Contains(id) : facts.Has(id);

    private static void Amount(OfferTrigger when, OfferFacts facts, ref OfferReasons reasons, ref OfferFact needs)
    {
        if (when.MinimumAmount is null && when.MaximumAmount is null && when.Currencies.Count == 0)
            return;

        // Without a purchase, or without its currency, there is no amount to compare.
        if (facts.Purchase?.Amount is not { } amount)
        {
            reasons = reasons.With(FactsUnknown);
            return;
        }

        if (when.MinimumAmount is { } minimum)
        {
            if (minimum.Currency != amount.Currency)
                reasons = reasons.With(OtherCurrency);
            else if (amount < minimum)
                reasons = reasons.With(AmountTooLow);
        }

        if (when.MaximumAmount is { } maximum)
        {
            if (maximum.Currency != amount.Currency)
                reasons = reasons.With(OtherCurrency);
            else if (amount > maximum)
                reasons = reasons.With(AmountTooHigh);
        }

        if (when.Currencies.Count > 0 && !Contains(when.Currencies, amount.Currency))
            reasons = reasons.With(OtherCurrency);
    }

    private static void History(OfferTrigger when, OfferFacts facts, ref OfferReasons reasons, ref OfferFact needs)
    {
        // Without a purchase there is no first one, and any earlier one makes the next not the first.
        if (when.FirstPurchase == true && (facts.Purchase is null || facts.PreviousPurchases > 0))
            reasons = reasons.With(NotFirstPurchase);
        if (when.FirstPurchase == false && facts.PreviousPurchases == 0 && Knows(facts, OfferFact.Payments))
            reasons = reasons.With(FirstPurchase);
        if (when.NoRefundFor is { } withoutRefund)
        {
            needs |= OfferFact.Refunds;
            if (facts.Now - facts.LastRefundAt < withoutRefund)
                reasons = reasons.With(RecentRefund);
        }

        if (when.NoDisputeFor is { } withoutDispute)
        {
            needs |= OfferFact.Disputes;
            if (facts.HasOpenDispute || facts.Now - facts.LastDisputeAt < withoutDispute)
                reasons = reasons.With(Disputed);
        }

        if (when.Countries.Count == 0)
            return;
        needs |= OfferFact.Address;
        if (Knows(facts, OfferFact.Address) && !Contains(when.Countries, facts.Address?.Country ?? default))
            reasons = reasons.With(OtherCountry);
    }

    private static void Audiences(OfferTrigger when, OfferFacts facts, ref OfferReasons reasons)
    {
        for (var i = 0; i < when.Audiences.Count; i++)
        {
            if (!facts.Audiences.TryGetValue(when.Audiences[i], out var contains))
                reasons = reasons.With(AudienceUnknown);
            else if (!contains)
                reasons = reasons.With(NotInAudience);
        }
    }

    private static void Memory(OfferRule rule, OfferFacts facts, ref OfferReasons reasons)
    {
        if (facts.Memory.IsAccepting)
            reasons = reasons.With(ChargePending);
        if (facts.Memory.OfRule(rule.Id) is not { } memory)
            return;

        // A no that seems to lie in the future, because two clocks differ, is a recent one.
        if (facts.Now - memory.LastNo < rule.CoolOff)
            reasons = reasons.With(CoolOff);
        if (rule.Cap is { } cap && memory.IsAt(cap, facts.Now))
            reasons = reasons.With(CapReached);
    }

    // The limits of the API did not bind, so the seller's own are checked before a code is used.
    private static void Discounts(IReadOnlyList<OfferDiscount> discounts, OfferFacts facts, ref OfferReasons reasons)
    {
        for (var i = 0; i < discounts.Count; i++)
        {
            var discount = discounts[i];
            if (
                discount.EndsAt <= facts.Now
                || (discount.FirstTimeBuyersOnly && facts.PreviousPurchases > 0)
                || (discount.UsesPerSubject is { } uses && UsesOf(discount.Code, facts) >= uses)
            )
                reasons = reasons.With(DiscountNotAllowed);
        }
    }

    private static int UsesOf(string code, OfferFacts facts)
    {
        var uses = facts.Memory.UsesOf(code);
        if (facts.Purchase is not { } purchase)
            return uses;
        for (var i = 0; i < purchase.Codes.Count; i++)
        {
            if (string.Equals(purchase.Codes[i], code.Trim(), StringComparison.OrdinalIgnoreCase))
                uses++;
        }

        return uses;
    }

    private static bool Knows(OfferFacts facts, OfferFact fact) => (facts.Known & fact) == fact;

    private static bool Contains<T>(IReadOnlyList<T> list, T value)
        where T : struct, IEquatable<T>
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Equals(value))
                return true;
        }

        return false;
    }
}
