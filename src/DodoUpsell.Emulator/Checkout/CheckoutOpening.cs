using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>
/// Opens checkout sessions: hosted, confirmed, or one-click (confirmed with a saved method). All checks come before
/// anything is created or charged.
/// </summary>
internal sealed class CheckoutOpening(EmulatorState state, PaymentProcessor payments)
{
    /// <summary>The country of a buyer without an address.</summary>
    public const string DefaultCountry = "US";

    private static readonly TimeSpan HostedLifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan ConfirmedLifetime = TimeSpan.FromMinutes(15);
    private readonly CartPricing _pricing = new(state);
    private readonly Purchases _purchases = new(state, payments);

    public CheckoutSession Open(CheckoutRequest request, Uri origin)
    {
        if (request.PaymentMethodId is not null && !request.Confirm)
            throw ApiException.InvalidParameters("`payment_method_id` needs `confirm` to be true");

        var customer = request.Customer is CustomerReference.Existing ? request.Customer.Find(state) : null;
        var method = request.PaymentMethodId is { } id
            ? SavedMethods.Require(state, id, request.Customer, request.AllowedPaymentMethodTypes)
            : null;
        var cart = PriceUnlessCollection(request, Country(request, method));
        if (!request.Confirm)
            return Store(request, customer, HostedLifetime, origin);

        CheckConfirmed(request, cart, method);
        customer ??= request.Customer!.FindOrCreate(state, request.AlwaysCreateNewCustomer);
        var session = Store(request, customer, ConfirmedLifetime, method is null ? origin : null);
        StartPayment(
            session,
            customer,
            cart!,
            method,
            request.BillingAddress ?? new BillingAddress(Country(request, method)),
            origin
        );
        return session;
    }

    /// <summary>Starts the one payment of a session with the choices that the buyer made on the page.</summary>
    public Payment StartOnPage(CheckoutSession session, Customer customer, BillingAddress billing, Uri origin)
    {
        var cart = Preview(session.Request, billing.Country);
        _purchases.Require(cart, customer);
        return StartPayment(session, customer, cart, method: null, billing, origin);
    }

    /// <summary>Prices a request in the same way as creating it would, without creating anything.</summary>
    public PricedCart Preview(CheckoutRequest request, string? country = null)
    {
        if (request.Customer is CustomerReference.Existing existing)
            _ = existing.Find(state);

        return _pricing.Price(
            request.Cart,
            Terms(request, amountRequired: false, country ?? Country(request, method: null))
        );
    }

    private static string Country(CheckoutRequest request, PaymentMethod? method) =>
        request.BillingAddress?.Country ?? method?.Card.Country ?? DefaultCountry;

    private CartTerms Terms(CheckoutRequest request, bool amountRequired, string country) =>
        new(request.BillingCurrency, request.TrialDays, amountRequired)
        {
            Country = country,
            DiscountCodes = request.DiscountCodes,
            Customer =
                request.AlwaysCreateNewCustomer && request.Customer is CustomerReference.Details
                    ? null
                    : request.Customer?.Find(state),
            OnDemand = request.OnDemand,
        };

    private PricedCart? PriceUnlessCollection(CheckoutRequest request, string country)
    {
        var fromCollection = request.ProductCollectionId is not null && request.Cart.Count == 0 && !request.Confirm;
        if (fromCollection && request.DiscountCodes.Count > 0)
            throw ApiException.InvalidParameters("discount codes need a product cart");

        // The customer chooses from the collection on the page, so there is nothing to price yet.
        return fromCollection
            ? null
            : _pricing.Price(request.Cart, Terms(request, amountRequired: request.Confirm, country));
    }

    private void CheckConfirmed(CheckoutRequest request, PricedCart? cart, PaymentMethod? method)
    {
        if (request.Customer is null)
            throw ApiException.InvalidParameters("a confirmed checkout needs a `customer`");

        // By default, a saved method is charged without an address, because the documentation contradicts itself on
        // this point.
        var mayOmitAddress = method is not null && !state.Options.RequireBillingAddressForOneClick;
        if (
            request.BillingAddress is null
                ? !mayOmitAddress
                : !mayOmitAddress && !IsEnough(request.BillingAddress, request.MinimalAddress)
        )
            throw ApiException.InvalidParameters(
                "a confirmed checkout needs the full `billing_address`, or its zip code with `minimal_address`"
            );

        _purchases.Require(cart!, request.Customer.Find(state));
    }

    private Payment StartPayment(
        CheckoutSession session,
        Customer customer,
        PricedCart cart,
        PaymentMethod? method,
        BillingAddress billing,
        Uri origin
    )
    {
        session.Customer = customer;
        session.Payment = _purchases.Start(
            new PaymentDraft
            {
                Customer = customer,
                Cart = cart,
                Billing = billing,
                Metadata = session.Request.Metadata,
                CheckoutSessionId = session.Id,
                Method = method,
                ForceThreeDSecure = session.Request.ForceThreeDSecure,
                ReturnUrl = session.Request.ReturnUrl,
                Lifetime = session.ExpiresAt - state.Now,
            },
            PurchaseTerms.Of(session.Request),
            origin
        );
        return session.Payment;
    }

    private static bool IsEnough(BillingAddress address, bool minimal) =>
        minimal ? !string.IsNullOrWhiteSpace(address.ZipCode) : address.IsComplete;

    // A one-click session has no hosted page, and therefore no origin.
    private CheckoutSession Store(CheckoutRequest request, Customer? customer, TimeSpan lifetime, Uri? pageOrigin)
    {
        var id = state.Ids.Next("cks");
        var session = new CheckoutSession
        {
            Id = id,
            CreatedAt = state.Now,
            ExpiresAt = state.Now + lifetime,
            Request = request,
            Customer = customer,
            Url = pageOrigin is null ? null : HostedPages.Session(state, pageOrigin, id),
        };
        state.CheckoutSessions.Put(session);
        return session;
    }
}
