using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Creates a subscription with its first payment, which decides whether it lives.</summary>
internal sealed class SubscriptionOpening(World world, PaymentProcessor payments)
{
    private readonly SubscriptionStates _states = new(world, payments);
    private readonly Renewals _renewals = new(world, payments);

    public void RequireNoOther(Customer customer)
    {
        if (world.Options.Subscriptions.OneSubscriptionPerCustomer
            && world.Subscriptions.Any(other => other.Customer == customer && !SubscriptionStatus.IsFinal(other.Status)))
        {
            throw ApiException.Unprocessable(ErrorCodes.CustomerHasExistingSubscription, $"customer `{customer.Id}` has a subscription already");
        }
    }

    public (Subscription Subscription, Payment Payment) Open(PaymentDraft draft, PricedLine line, PurchaseTerms terms, Uri origin)
    {
        Subscription subscription = Create(draft, line, terms, origin);
        world.Subscriptions.Put(subscription);
        Payment payment = payments.Start(draft with
        {
            SubscriptionId = subscription.Id,
            WhenFinal = payment =>
            {
                Conclude(subscription, line, payment, paidOnPage: draft.Method is null);
                draft.WhenFinal?.Invoke(payment);
            },
        }, origin);
        subscription.LatestPayment = payment;
        return (subscription, payment);
    }

    private Subscription Create(PaymentDraft draft, PricedLine line, PurchaseTerms terms, Uri origin)
    {
        SubscriptionPlan plan = SubscriptionPlan.Of(line);
        return new Subscription
        {
            Id = world.Ids.Next("sub"),
            Customer = draft.Customer,
            CreatedAt = world.Now,
            Origin = origin,
            Plan = plan,
            Cycle = FirstCycle(plan, line.TrialDays),
            ExpiresAt = plan.Price.Term.After(world.Now),
            Billing = draft.Billing,
            Metadata = (JsonObject)draft.Metadata.DeepClone(),
            Method = draft.Method,
            TaxId = terms.TaxId,
            CustomerBusinessName = terms.CustomerBusinessName,
            IsOnDemand = terms.OnDemand is not null,
            TrialDays = line.TrialDays,
            TrialAmount = line.TrialDays > 0 ? (plan.Price as RecurringPrice)?.TrialAmount : null,
            Discounts =
            [
                .. draft.Cart.Discounts
                    .Where(discount => discount.Terms.Covers(plan.Product.Id))
                    .Select(SubscriptionDiscount.New),
            ],
        };
    }

    private BillingCycle FirstCycle(SubscriptionPlan plan, int trialDays) => trialDays > 0
        ? BillingCycle.Until(world.Now, world.Now.AddDays(trialDays))
        : BillingCycle.From(world.Now, _renewals.Interval(plan));

    private void Conclude(Subscription subscription, PricedLine line, Payment payment, bool paidOnPage)
    {
        if (subscription.Status is not SubscriptionStatus.Pending)
            return;

        if (payment.Status is not IntentStatus.Succeeded)
        {
            _states.Fail(subscription);
            return;
        }

        subscription.Method = payment.Method;
        subscription.MoveTo(SubscriptionStatus.Active);
        // Who pays on a page may do so hours later; the first period begins then.
        if (paidOnPage)
        {
            subscription.Cycle = FirstCycle(subscription.Plan, line.TrialDays);
            subscription.ExpiresAt = subscription.Term.After(world.Now);
        }

        if (line.TrialDays > 0)
            subscription.Trial = new Trial(subscription.Cycle.Next, Paid(line));
        if (line.TrialDays == 0 || line.Product.Price is RecurringPrice { TrialAppliesDiscounts: true, TrialAmount: > 0 })
            DiscountCycles.Consume(subscription);

        _states.Tell(subscription, "active", "renewed");
        _renewals.Plan(subscription);
    }

    // In the terms of the price: before tax, unless the price includes it.
    private static long Paid(PricedLine line)
        => line.TrialPrice.Subtotal - line.TrialPrice.Discount + (line.Product.Price.TaxInclusive is true ? line.TrialPrice.Tax : 0);
}
