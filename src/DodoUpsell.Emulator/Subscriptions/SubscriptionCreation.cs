using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Creates a subscription without a checkout session.</summary>
internal sealed class SubscriptionCreation(EmulatorState state, PaymentProcessor payments)
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(24);

    private readonly CartPricing _pricing = new(state);
    private readonly Purchases _purchases = new(state, payments);
    private readonly SubscriptionOpening _opening = new(state, payments);

    public JsonObject Create(CreateSubscriptionRequest request, Uri origin)
    {
        var known = request.Customer.Find(state);
        var method = request.PaymentMethodId is { } id
            ? SavedMethods.Require(state, id, request.Customer, request.AllowedPaymentMethodTypes)
            : null;
        var cart = _pricing.Price(
            request.Cart,
            new CartTerms(request.BillingCurrency, request.TrialDays, AmountRequired: true)
            {
                Country = request.Billing.Country,
                DiscountCodes = request.DiscountCodes,
                Customer = known,
                OnDemand = request.Terms.OnDemand,
            }
        );
        var line = cart.Lines[0];
        if (!line.Product.IsRecurring)
            throw ApiException.InvalidParameters($"product `{line.Product.Id}` is not a subscription");
        if (cart.Subscriptions.Count > 1)
            throw ApiException.InvalidParameters(
                "a request creates one subscription; a checkout session can hold several"
            );

        _purchases.Require(cart, known);
        (var subscriptions, var payment) = _opening.Open(
            new PaymentDraft
            {
                Customer = request.Customer.FindOrCreate(state, alwaysCreate: false),
                Cart = cart,
                Billing = request.Billing,
                Metadata = request.Metadata,
                Method = method,
                ForceThreeDSecure = request.ForceThreeDSecure,
                WantsLink = request.WantsLink,
                ReturnUrl = request.ReturnUrl,
                Lifetime = LinkLifetime,
            },
            request.Terms,
            origin
        );
        return Created(subscriptions[0], payment);
    }

    private JsonObject Created(Subscription subscription, Payment payment) =>
        new()
        {
            ["subscription_id"] = subscription.Id,
            ["payment_id"] = payment.Id,
            ["client_secret"] = payment.ClientSecret,
            ["payment_link"] = payment.Link,
            ["payment_method_required"] = payment.Cart.NeedsPaymentMethod,
            ["expires_on"] = payment.Link is null ? null : WireTime.Write(payment.ExpiresAt),
            ["customer"] = CustomerJson.Limited(subscription.Customer),
            ["metadata"] = subscription.Metadata.DeepClone(),
            ["addons"] = SubscriptionJson.Addons(subscription.Plan),
            ["recurring_pre_tax_amount"] = SubscriptionJson.RecurringAmount(
                subscription,
                state.Options.Subscriptions.Rounding
            ),
            ["trial_amount"] = subscription.TrialAmount,
            ["discount_id"] = payment.Cart.Discounts.Select(discount => discount.Id).FirstOrDefault(),
            ["discount_ids"] =
                payment.Cart.Discounts.Count == 0
                    ? null
                    : new JsonArray([.. payment.Cart.Discounts.Select(discount => (JsonNode)discount.Id)]),
            ["one_time_product_cart"] = new JsonArray([
                .. payment
                    .Cart.Lines.Skip(1)
                    .Select(line =>
                        (JsonNode)new JsonObject { ["product_id"] = line.Product.Id, ["quantity"] = line.Quantity }
                    ),
            ]),
        };
}
