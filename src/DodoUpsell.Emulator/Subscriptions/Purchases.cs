using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Starts the payment of a cart and all its subscriptions.</summary>
internal sealed class Purchases(EmulatorState state, PaymentProcessor payments)
{
    private readonly BillCalculator _bills = new(state);
    private readonly SubscriptionOpening _subscriptions = new(state, payments);

    /// <summary>Refuses a cart that cannot be bought, before anything is created.</summary>
    public void Require(PricedCart cart, Customer? customer)
    {
        if (cart.Subscriptions.Count == 0)
            return;

        // The price without discounts must be valid as well: discounts end, and a later renewal cannot be refused to a
        // caller.
        foreach (var plan in cart.Subscriptions.Select(SubscriptionPlan.Of))
            _ = _bills.AddUp(plan, BillLine.Of(plan, [], state.Options.Subscriptions.Rounding), availableCredit: 0);

        _subscriptions.RequireNoOther(customer, cart.Subscriptions.Count);
    }

    public Payment Start(PaymentDraft draft, PurchaseTerms terms, Uri origin) =>
        draft.Cart.Subscriptions.Count > 0
            ? _subscriptions.Open(draft, terms, origin).Payment
            : payments.Start(draft, origin);
}
