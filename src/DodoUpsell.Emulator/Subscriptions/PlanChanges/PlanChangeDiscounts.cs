using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.PlanChanges;

/// <summary>The discounts after a plan change, and which of them are new.</summary>
internal sealed record DiscountSelection(IReadOnlyList<SubscriptionDiscount> All, IReadOnlyList<Discount> Added);

/// <summary>Decides which discounts a plan change keeps, removes and adds.</summary>
internal sealed class PlanChangeDiscounts(EmulatorState state)
{
    public DiscountSelection Select(
        Subscription subscription,
        ChangePlanRequest request,
        SubscriptionPlan plan,
        IReadOnlyList<BillLine> original
    )
    {
        if (request.DiscountCodes is not { } codes)
        {
            return new DiscountSelection(
                [.. subscription.Discounts.Where(discount => Survives(discount.Discount.Terms, plan))],
                Added: []
            );
        }

        IReadOnlyList<Discount> wanted = [.. codes.Select(code => Find(subscription, code))];
        if (wanted.Distinct().Count() < wanted.Count)
            throw AlreadyUsed("a code of the request");

        List<Discount> added = [.. wanted.Where(discount => Current(subscription, discount) is null)];
        foreach (var discount in added)
            RequireNew(subscription, discount);
        foreach (var discount in wanted)
        {
            DiscountRules.RequirePurchase(
                discount,
                BillLine.Parts(original),
                plan.Price.Currency,
                ErrorCodes.DiscountNotApplicableToNewProduct
            );
        }

        return new DiscountSelection(
            [.. wanted.Select(discount => Current(subscription, discount) ?? SubscriptionDiscount.New(discount))],
            added
        );
    }

    private static bool Survives(DiscountTerms terms, SubscriptionPlan plan) =>
        terms.PreserveOnPlanChange && terms.Covers(plan.Product.Id);

    private static SubscriptionDiscount? Current(Subscription subscription, Discount discount) =>
        subscription.Discounts.FirstOrDefault(current => current.Discount == discount);

    private static ApiException AlreadyUsed(string code) =>
        ApiException.Unprocessable(ErrorCodes.DiscountAlreadyUsed, $"{code} was already used on the subscription");

    // A code that is on the subscription is accepted there even if it was deleted since.
    private Discount Find(Subscription subscription, string code) =>
        subscription
            .Discounts.Select(current => current.Discount)
            .FirstOrDefault(discount => string.Equals(discount.Terms.Code, code, StringComparison.OrdinalIgnoreCase))
        ?? DiscountCodes.Find(state, code)
        ?? throw DiscountCodes.Unknown(code);

    private void RequireNew(Subscription subscription, Discount discount)
    {
        if (subscription.FormerDiscountIds.Contains(discount.Id))
            throw AlreadyUsed($"discount code `{discount.Terms.Code}`");

        DiscountRules.RequireLive(discount, state.Now);
        DiscountRules.RequireCustomer(state, discount, subscription.Customer);
    }
}
