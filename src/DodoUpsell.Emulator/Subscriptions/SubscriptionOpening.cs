using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Creates the subscriptions of a cart with their first payment, on which their status depends.</summary>
internal sealed class SubscriptionOpening(EmulatorState state, PaymentProcessor payments)
{
    private readonly SubscriptionStates _states = new(state, payments);
    private readonly Renewals _renewals = new(state, payments);

    /// <param name="customer">The buyer, or null for a customer that is not known yet.</param>
    /// <param name="bought">The number of subscriptions in this purchase.</param>
    public void RequireNoOther(Customer? customer, int bought)
    {
        if (!state.Options.Subscriptions.OneSubscriptionPerCustomer)
            return;
        if (
            bought > 1
            || (
                customer is not null
                && state
                    .Indexes.SubscriptionsByCustomer.Of(customer.Id)
                    .Any(other => !SubscriptionStatus.IsFinal(other.Status))
            )
        )
            throw ApiException.Unprocessable(
                ErrorCodes.CustomerHasExistingSubscription,
                "a customer has one subscription at most"
            );
    }

    public (IReadOnlyList<Subscription> Subscriptions, Payment Payment) Open(
        PaymentDraft draft,
        PurchaseTerms terms,
        Uri origin
    )
    {
        List<(Subscription Subscription, PricedLine Line)> opened =
        [
            .. draft.Cart.Subscriptions.Select(line => (Create(draft, line, terms, origin), line)),
        ];
        foreach ((var subscription, _) in opened)
            state.Subscriptions.Put(subscription);

        var payment = payments.Start(
            draft with
            {
                SubscriptionIds = [.. opened.Select(one => one.Subscription.Id)],
                WhenFinal = payment =>
                {
                    foreach ((var subscription, var line) in opened)
                        Conclude(subscription, line, payment, paidOnPage: draft.Method is null);

                    draft.WhenFinal?.Invoke(payment);
                },
            },
            origin
        );
        foreach ((var subscription, _) in opened)
            subscription.LatestPayment = payment;

        return ([.. opened.Select(one => one.Subscription)], payment);
    }

    private Subscription Create(PaymentDraft draft, PricedLine line, PurchaseTerms terms, Uri origin)
    {
        var plan = SubscriptionPlan.Of(line);
        return new Subscription
        {
            Id = state.Ids.Next("sub"),
            Customer = draft.Customer,
            CreatedAt = state.Now,
            Origin = origin,
            Plan = plan,
            Cycle = FirstCycle(plan, line.TrialDays),
            ExpiresAt = plan.Price.Term.After(state.Now),
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
                .. draft
                    .Cart.Discounts.Where(discount => discount.Terms.Covers(plan.Product.Id))
                    .Select(SubscriptionDiscount.New),
            ],
        };
    }

    private BillingCycle FirstCycle(SubscriptionPlan plan, int trialDays) =>
        trialDays > 0
            ? BillingCycle.Until(state.Now, state.Now.AddDays(trialDays))
            : BillingCycle.From(state.Now, _renewals.Interval(plan));

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
        // A customer may pay on the page hours later; the first period begins at that time.
        if (paidOnPage)
        {
            subscription.Cycle = FirstCycle(subscription.Plan, line.TrialDays);
            subscription.ExpiresAt = subscription.Term.After(state.Now);
        }

        if (line.TrialDays > 0)
            subscription.Trial = new Trial(subscription.Cycle.Next, Paid(line));
        if (
            line.TrialDays == 0
            || line.Product.Price is RecurringPrice { TrialAppliesDiscounts: true, TrialAmount: > 0 }
        )
            DiscountCycles.Consume(subscription);

        _states.Tell(subscription, "active", "renewed");
        _renewals.Plan(subscription);
    }

    // Like the price itself: before tax, unless the price includes it.
    private static long Paid(PricedLine line) =>
        line.TrialPrice.Subtotal
        - line.TrialPrice.Discount
        + (line.Product.Price.TaxInclusive is true ? line.TrialPrice.Tax : 0);
}
