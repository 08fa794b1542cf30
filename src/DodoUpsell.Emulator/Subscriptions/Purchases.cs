using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Starts the payment of a cart, and the subscription in it if there is one.</summary>
internal sealed class Purchases(World world, PaymentProcessor payments)
{
    private readonly SubscriptionOpening _subscriptions = new(world, payments);

    /// <summary>Refuses a cart that cannot be bought, before anything is created.</summary>
    public void Require(PricedCart cart, Customer? customer)
    {
        int subscriptions = cart.Lines.Count(line => line.Product.IsRecurring);
        if (subscriptions > 1)
            throw ApiException.InvalidParameters("a cart holds at most one subscription");
        if (subscriptions == 1 && customer is not null)
            _subscriptions.RequireNoOther(customer);
    }

    public Payment Start(PaymentDraft draft, PurchaseTerms terms, Uri origin)
        => draft.Cart.Subscription is { } line
            ? _subscriptions.Open(draft, line, terms, origin).Payment
            : payments.Start(draft, origin);
}
