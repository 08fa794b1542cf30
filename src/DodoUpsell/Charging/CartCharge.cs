using System.Globalization;
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

    public override async Task<Preparation> PrepareAsync(CancellationToken cancellationToken)
    {
        var methods = ReadMethodsAsync(cancellationToken);
        var products = ReadProductsAsync(cancellationToken);
        await Task.WhenAll(methods, products).ConfigureAwait(false);
        var (isRecurring, unknownProduct) = await products.ConfigureAwait(false);
        if (unknownProduct is not null)
            return new Preparation.Refuse(unknownProduct);

        IsRecurring = isRecurring;
        if (await AddressAsync(cancellationToken).ConfigureAwait(false) is { } noAddress)
            return noAddress;
        if (await ReadPriceAsync(cancellationToken).ConfigureAwait(false) is { } notAtThisPrice)
            return new Preparation.Refuse(notAtThisPrice);
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
    protected virtual CreateCheckoutSessionRequest Cart(Metadata? metadata) =>
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

    /// <summary>Determines the billing address before the price is read.</summary>
    /// <returns>The alternative if the charge needs a billing address and there is none; otherwise null.</returns>
    protected virtual Task<Preparation?> AddressAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Preparation?>(null);

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

    private async Task<(bool IsRecurring, ChargeRefusal? Refusal)> ReadProductsAsync(
        CancellationToken cancellationToken
    )
    {
        var isRecurring = false;
        foreach (var productId in request.Items.Select(item => item.ProductId).Distinct(StringComparer.Ordinal))
        {
            try
            {
                isRecurring |= (
                    await dodo.Products.GetAsync(productId, cancellationToken).ConfigureAwait(false)
                ).IsRecurring;
            }
            catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
            {
                return (false, new ChargeRefusal(ChargeRefusalReason.UnknownProduct, e.Code, e.Message));
            }
        }

        return (isRecurring, null);
    }

    // A preview does not lock the price, so the charged amount is compared again once it is known.
    private async Task<ChargeRefusal?> ReadPriceAsync(CancellationToken cancellationToken)
    {
        if (request.PriceShown is not { } shown)
            return null;
        CheckoutPreview preview;
        try
        {
            preview = await dodo
                .CheckoutSessions.PreviewAsync(Cart(metadata: null), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (DodoApiException e) when ((int)e.StatusCode is >= 400 and < 500 && !e.IsTransient)
        {
            return Refusals.Of(e);
        }

        if (preview.DueNow is not { } due)
        {
            return new ChargeRefusal(
                ChargeRefusalReason.PriceUnknown,
                default,
                "POST /checkouts/preview returned no current_breakup.total_amount or no currency, so the price "
                    + "shown could not be checked. Nothing was charged. Try again; if it happens again, show the "
                    + "customer the current price."
            );
        }

        return due.Currency == shown.Currency && due <= shown
            ? null
            : new ChargeRefusal(
                ChargeRefusalReason.PriceChanged,
                default,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The customer was shown {shown}, but {due} is due now. Nothing was charged. Show the customer the "
                        + $"new price and charge under a new key."
                )
            );
    }
}
