using System.Net;

namespace DodoUpsell.Charging;

/// <summary>
/// Charges a cart to a saved payment method through a confirmed checkout session. Upsells and cross-sells share it.
/// </summary>
internal class CartCharge(IDodoClient dodo, TimeProvider clock, OneClickRequest request) : ChargeIntent
{
    /// <summary>Gets whether the cart contains a subscription product. Known after preparation.</summary>
    protected bool IsRecurring { get; private set; }

    protected IDodoClient Dodo => dodo;

    /// <summary>Gets whether the cart has its billing address without reading it, so that it can be previewed at once.</summary>
    protected virtual bool HasAddress => true;

    public override async Task<Preparation> PrepareAsync(CancellationToken cancellationToken)
    {
        using var reads = new ParallelReads(cancellationToken);
        var methods = reads.Start(ReadMethodsAsync);
        var address = reads.Start(ReadAddressAsync);

        // The preview says which products are subscriptions, so they are read only where there is no preview.
        var preview = request.PriceShown is not null && HasAddress ? reads.Start(ReadPriceAsync) : null;
        var products = preview is null ? ReadProducts(reads) : [];
        await reads.CompleteAsync().ConfigureAwait(false);

        var price = preview is null ? null : await preview.ConfigureAwait(false);
        if (price?.IsRecurring(request.Items) is { } isRecurring)
        {
            IsRecurring = isRecurring;
        }
        else
        {
            if (products.Count == 0)
                products = ReadProducts(reads);
            await reads.CompleteAsync().ConfigureAwait(false);
            if (await UnknownProductAsync(products).ConfigureAwait(false) is { } unknownProduct)
                return new Preparation.Refuse(unknownProduct);
        }

        if (Without(await address.ConfigureAwait(false)) is { } noAddress)
            return noAddress;
        if (request.PriceShown is { } shown)
        {
            price ??= await ReadPriceAsync(cancellationToken).ConfigureAwait(false);
            if (price.ObjectionTo(shown) is { } notAtThisPrice)
                return new Preparation.Refuse(notAtThisPrice);
        }

        return (await methods.ConfigureAwait(false)) switch
        {
            { Refusal: { } refusal } => new Preparation.Refuse(refusal),
            { Items: { } items } => Choose(items),
            _ => NoMethod(CheckoutReason.MethodsUnavailable),
        };
    }

    public override async Task<ChargeAnswer> SendAsync(string? paymentMethodId, Metadata tagged)
    {
        var session = await dodo
            .CheckoutSessions.CreateAsync(
                Cart(tagged) with
                {
                    Confirm = true,
                    PaymentMethodId = paymentMethodId,
                },
                CancellationToken.None
            )
            .ConfigureAwait(false);
        return new(session.PaymentId);
    }

    public override Task<CheckoutSession> OpenCheckoutAsync(Metadata tagged, CancellationToken cancellationToken) =>
        dodo.CheckoutSessions.CreateAsync(Cart(tagged) with { ShowSavedPaymentMethods = true }, cancellationToken);

    /// <summary>
    /// Creates the checkout session request that is used for the preview, the charge and the checkout page.
    /// </summary>
    protected virtual CreateCheckoutSessionRequest Cart(Metadata? metadata) => RequestOf(request, metadata);

    internal static CreateCheckoutSessionRequest RequestOf(OneClickRequest request, Metadata? metadata) =>
        new()
        {
            ProductCart = request.Items,
            Customer = CustomerReference.Existing(request.CustomerId),
            BillingAddress = request.BillingAddress,
            BillingCurrency = request.BillingCurrency,
            DiscountCodes = request.DiscountCodes,
            ReturnUrl = request.ReturnUrl,
            CancelUrl = request.CancelUrl,
            Metadata = metadata,
            FeatureFlags = new() { RedirectImmediately = true },
        };

    /// <summary>Reads the billing address if the charge needs one that the request does not contain.</summary>
    protected virtual Task<BillingAddress?> ReadAddressAsync(CancellationToken cancellationToken) =>
        Task.FromResult<BillingAddress?>(null);

    /// <summary>
    /// Takes the address that was read, once it is known whether the cart contains a subscription. Returns the
    /// alternative if the charge needs an address and there is none; otherwise null.
    /// </summary>
    protected virtual Preparation? Without(BillingAddress? found) => null;

    private Preparation Choose(IReadOnlyList<SavedPaymentMethod> methods)
    {
        var choice = PaymentMethodChooser.Choose(
            methods,
            IsRecurring ? PaymentMethodPurpose.Recurring : PaymentMethodPurpose.OneTime,
            clock.GetUtcNow(),
            request.PaymentMethodId
        );
        if (choice.WhyNone == NoPaymentMethodReason.RequestedNotFound)
        {
            return new Preparation.Refuse(
                new ChargeRefusal(
                    ChargeRefusalReason.UnknownPaymentMethod,
                    default,
                    "The payment method is not one of this customer's saved methods. Take its id from GET "
                        + "/customers/{customer_id}/payment-methods, on the server, for the customer who is signed in."
                )
            );
        }

        return choice.Chosen is { } method
            ? new Preparation.Ready(method.PaymentMethodId)
            : NoMethod(CheckoutReason.NoUsableMethod);
    }

    private Preparation NoMethod(CheckoutReason why) =>
        FallsBack
            ? new Preparation.CheckoutInstead(why)
            : new Preparation.Refuse(
                new ChargeRefusal(
                    ChargeRefusalReason.NoUsablePaymentMethod,
                    default,
                    "The customer has no saved method that could be charged now, and OfferCheckout is false. "
                        + "Offer a checkout page, or ask for a method first."
                )
            );

    private async Task<(IReadOnlyList<SavedPaymentMethod>? Items, ChargeRefusal? Refusal)> ReadMethodsAsync(
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (
                (
                    await dodo
                        .Customers.ListPaymentMethodsAsync(request.CustomerId, cancellationToken)
                        .ConfigureAwait(false)
                ).Items,
                null
            );
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return (null, new ChargeRefusal(ChargeRefusalReason.UnknownCustomer, e.Code, e.Message));
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.BadGateway)
        {
            // The customer's payment methods could not be read. That is not the same as having none.
            return (null, null);
        }
    }

    private List<Task<(bool IsRecurring, ChargeRefusal? Refusal)>> ReadProducts(ParallelReads reads) =>
        request
            .Items.Select(item => item.ProductId)
            .Distinct(StringComparer.Ordinal)
            .Select(productId => reads.Start(token => ReadProductAsync(productId, token)))
            .ToList();

    private async Task<(bool IsRecurring, ChargeRefusal? Refusal)> ReadProductAsync(
        string productId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var product = await dodo.Products.GetAsync(productId, cancellationToken).ConfigureAwait(false);
            return (product.IsRecurring, null);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return (false, new ChargeRefusal(ChargeRefusalReason.UnknownProduct, e.Code, e.Message));
        }
    }

    // In the order of the cart, so that the answer does not depend on timing.
    private async Task<ChargeRefusal?> UnknownProductAsync(
        List<Task<(bool IsRecurring, ChargeRefusal? Refusal)>> products
    )
    {
        foreach (var read in products)
        {
            var (isRecurring, unknown) = await read.ConfigureAwait(false);
            if (unknown is not null)
                return unknown;
            IsRecurring |= isRecurring;
        }

        return null;
    }

    // A preview does not lock the price, so the charged amount is compared again once it is known.
    private async Task<CartPrice> ReadPriceAsync(CancellationToken cancellationToken)
    {
        try
        {
            var preview = await dodo
                .CheckoutSessions.PreviewAsync(Cart(metadata: null), cancellationToken)
                .ConfigureAwait(false);
            return new(preview, null);
        }
        catch (DodoApiException e) when ((int)e.StatusCode is >= 400 and < 500 && !e.IsTransient)
        {
            return new(null, Refusals.Of(e));
        }
    }
}
