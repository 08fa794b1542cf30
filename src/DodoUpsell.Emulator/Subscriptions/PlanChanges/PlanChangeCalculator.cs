using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.PlanChanges;

/// <summary>Calculates the price of a plan change. No other class does.</summary>
internal sealed class PlanChangeCalculator(EmulatorState state, PaymentProcessor payments)
{
    private readonly BillCalculator _bills = new(state);
    private readonly PlanChangeDiscounts _discounts = new(state);
    private readonly Renewals _renewals = new(state, payments);

    private SubscriptionRules Rules => state.Options.Subscriptions;

    public PlanChangeQuote Quote(Subscription subscription, ChangePlanRequest request)
    {
        var plan = Target(subscription, request);
        // The undiscounted price must be valid as well, because discounts end.
        var original = BillLine.Of(plan, [], Rules.Rounding);
        _ = _bills.AddUp(plan, original, availableCredit: 0);
        var discounts = _discounts.Select(subscription, request, plan, original);
        var lines = Lines(subscription, request, BillLine.Of(plan, discounts.All, Rules.Rounding));
        var keeps = KeepsCycle(subscription, request);
        var cycle = keeps ? subscription.Cycle : BillingCycle.From(state.Now, _renewals.Interval(plan));
        return new PlanChangeQuote
        {
            Plan = plan,
            Discounts = discounts.All,
            NewDiscounts = discounts.Added,
            Bill = _bills.AddUp(
                plan,
                lines,
                Rules.CreditPaysPlanChanges || request.IsScheduled ? subscription.Credit : 0
            ),
            Cycle = request.IsScheduled ? BillingCycle.From(subscription.Cycle.Next, _renewals.Interval(plan)) : cycle,
            ExpiresAt = plan.Price.Term.After(request.IsScheduled ? subscription.Cycle.Next : state.Now),
            EffectiveAt = request.IsScheduled ? subscription.Cycle.Next : state.Now,
            StartsCycle = !keeps,
        };
    }

    private SubscriptionPlan Target(Subscription subscription, ChangePlanRequest request)
    {
        var product = state.Products.Get(request.ProductId);
        if (product.IsArchived)
            throw ApiException.Unprocessable(ErrorCodes.ProductIsDeleted, $"product `{product.Id}` is archived");
        if (!product.IsRecurring)
            throw ApiException.InvalidParameters($"product `{product.Id}` is not a subscription");
        if (!string.Equals(product.Price.Currency, subscription.Plan.Price.Currency, StringComparison.Ordinal))
            throw ApiException.Unprocessable(
                ErrorCodes.UnsupportedCurrency,
                "a plan change cannot change the currency"
            );
        if (request.Quantity < 1)
            throw ApiException.InvalidParameters("`quantity` must be at least 1");
        if (product.Price is UsageBasedPrice)
            RequireUsageBased(request);

        return new SubscriptionPlan(product, request.Quantity, [.. PlanAddons.Read(state, product, request.Addons)]);
    }

    private static void RequireUsageBased(ChangePlanRequest request)
    {
        if (request.Quantity != 1)
            throw ApiException.Unprocessable(ErrorCodes.InvalidQuantity, "a usage-based product takes quantity 1 only");
        if (request.Addons.Count > 0)
            throw ApiException.Unprocessable(
                ErrorCodes.AddonsNotAllowedForUsageBased,
                "a usage-based product takes no add-ons"
            );
    }

    // The end of a trial begins a cycle, unless nothing is billed.
    private bool KeepsCycle(Subscription subscription, ChangePlanRequest request) =>
        request.Mode switch
        {
            ProrationModes.DoNotBill => true,
            ProrationModes.Full => false,
            _ => Rules.KeepRenewalDate && subscription.Trial is null,
        };

    private IReadOnlyList<BillLine> Lines(
        Subscription subscription,
        ChangePlanRequest request,
        IReadOnlyList<BillLine> target
    )
    {
        var rest = subscription.Cycle.Remaining(state.Now, Rules.ProrationUnit);
        var restOnly = Rules.ProratedFormula is ProratedFormula.RestOfCycle && subscription.Trial is null;
        return request.Mode switch
        {
            ProrationModes.DoNotBill => [],
            ProrationModes.Full => target,
            ProrationModes.Difference => [.. target, .. Paid(subscription, Proration.Full)],
            _ =>
            [
                .. target.Select(line => line with { Share = restOnly ? rest : Proration.Full }),
                .. Paid(subscription, rest),
            ],
        };
    }

    // The amount paid for the current period, returned in part or in full. A free trial returns nothing.
    private IEnumerable<BillLine> Paid(Subscription subscription, Proration share)
    {
        if (subscription.Trial is not { } trial)
        {
            return BillLine
                .Of(subscription.Plan, subscription.Discounts, Rules.Rounding)
                .Select(line => line with { Share = share.Back });
        }

        return trial.Paid == 0
            ? []
            : [new BillLine(subscription.Plan.Product, Addon: null, trial.Paid, 1, Discount: 0, share.Back)];
    }
}
