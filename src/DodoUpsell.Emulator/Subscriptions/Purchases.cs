using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Starts the payment of a cart, and the subscription in it if there is one.</summary>
internal sealed class Purchases(World world, PaymentProcessor payments)
{
    private readonly BillCalculator _bills = new(world);
    private readonly SubscriptionOpening _subscriptions = new(world, payments);

    /// <summary>Refuses a cart that cannot be bought, before anything is created.</summary>
    public void Require(PricedCart cart, Customer? customer)
    {
        int subscriptions = cart.Lines.Count(line => line.Product.IsRecurring);
        if (subscriptions > 1)
            throw ApiException.InvalidParameters("a cart holds at most one subscription");
        if (cart.Subscription is not { } line)
            return;

        // The price without discounts must fit as well: discounts end, and the clock has nobody to refuse.
        SubscriptionPlan plan = SubscriptionPlan.Of(line);
        _ = _bills.AddUp(plan, BillLine.Of(plan, [], world.Options.Subscriptions.Rounding), availableCredit: 0);
        if (customer is not null)
            _subscriptions.RequireNoOther(customer);
    }

    public Payment Start(PaymentDraft draft, PurchaseTerms terms, Uri origin)
        => draft.Cart.Subscription is { } line
            ? _subscriptions.Open(draft, line, terms, origin).Payment
            : payments.Start(draft, origin);
}
