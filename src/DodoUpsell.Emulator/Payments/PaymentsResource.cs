using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Payments;

internal sealed class PaymentsResource(EmulatorState state, PaymentProcessor payments) : IResource
{
    private const int MaximumCartItems = 100;
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(24);
    private readonly CartPricing _pricing = new(state);

    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/payments", List);
        routes.Map("POST", "/payments", Create);
        routes.Map("GET", "/payments/{payment_id}", Get);
        routes.Map(
            "GET",
            "/payments/{payment_id}/line-items",
            call => WireResponse.Json(PaymentJson.LineItems(Find(call)))
        );
    }

    private Payment Find(RouteCall call) => state.Payments.Get(call.Path("payment_id"));

    private WireResponse Get(RouteCall call)
    {
        var payment = Find(call);
        payments.NoteRead(payment);
        return WireResponse.Json(PaymentJson.Full(payment));
    }

    private WireResponse List(RouteCall call)
    {
        // The page is selected before reads are counted, so that a payment which settles now keeps its place in the
        // response.
        Payment[] page = [.. PaymentFilter.Apply(Listed(call.Query), call.Query).Page(call.Query)];
        foreach (var payment in page)
            payments.NoteRead(payment);

        return WireResponse.Items(page.Select(PaymentJson.Row));
    }

    // Without a lag, a payment of the current instant is listed as well.
    private IEnumerable<Payment> Listed(QueryInput query) =>
        Candidates(query.Text("customer_id"), query.Text("subscription_id"))
            .Where(payment => state.ListingLag == TimeSpan.Zero || payment.CreatedAt + state.ListingLag <= state.Now);

    private IEnumerable<Payment> Candidates(string? customerId, string? subscriptionId)
    {
        if (subscriptionId is not null)
            return state.Indexes.PaymentsBySubscription.NewestFirst(subscriptionId);
        return customerId is null
            ? state.Payments.NewestFirst()
            : state.Indexes.PaymentsByCustomer.NewestFirst(customerId);
    }

    private WireResponse Create(RouteCall call)
    {
        var request = CreatePaymentRequest.Read(call.Body());
        if (request.Customer is CustomerReference.Existing)
            _ = request.Customer.Find(state);

        var method = request.PaymentMethodId is { } id
            ? SavedMethods.Require(state, id, request.Customer, request.AllowedPaymentMethodTypes)
            : null;
        if (request.Cart.Count > MaximumCartItems)
            throw ApiException.InvalidParameters($"`product_cart` holds at most {MaximumCartItems} items");

        var cart = _pricing.Price(
            request.Cart,
            new CartTerms(request.BillingCurrency, AmountRequired: true)
            {
                Country = request.Billing.Country,
                DiscountCodes = request.DiscountCodes,
                Customer = request.Customer.Find(state),
            }
        );
        if (cart.Subscriptions is [var subscription, ..])
            throw ApiException.InvalidParameters(
                $"product `{subscription.Product.Id}` is a subscription; payments take one-time products only"
            );

        var payment = payments.Start(
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
            call.Origin
        );
        return WireResponse.Json(Created(payment, request.Cart));
    }

    private static JsonObject Created(Payment payment, IReadOnlyList<CartItem> cart) =>
        new()
        {
            ["payment_id"] = payment.Id,
            ["total_amount"] = payment.Cart.Total,
            ["client_secret"] = payment.ClientSecret,
            ["customer"] = CustomerJson.Limited(payment.Customer),
            ["metadata"] = payment.Metadata.DeepClone(),
            ["payment_link"] = payment.Link,
            ["expires_on"] = payment.Link is null ? null : WireTime.Write(payment.ExpiresAt),
            ["discount_id"] = payment.Cart.Discounts.Select(discount => discount.Id).FirstOrDefault(),
            ["discount_ids"] =
                payment.Cart.Discounts.Count == 0
                    ? null
                    : new JsonArray([.. payment.Cart.Discounts.Select(discount => (JsonNode)discount.Id)]),
            ["product_cart"] = new JsonArray([
                .. cart.Select(item =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["product_id"] = item.ProductId,
                            ["quantity"] = item.Quantity,
                            ["amount"] = item.Amount,
                        }
                ),
            ]),
        };
}
