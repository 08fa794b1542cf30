using System.Net;
using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>Discloses a cart by the preview of the request that accepting sends.</summary>
internal sealed class CartDiscloser(OfferEngine engine)
{
    public async Task<(OfferTerms? Terms, OfferReason? WhyNot)> DiscloseAsync(
        OfferCart cart,
        string textKey,
        DisclosureDraft draft,
        CancellationToken cancellationToken
    )
    {
        var now = engine.Clock.GetUtcNow();
        using var reads = new ParallelReads(cancellationToken);
        var previewed = reads.Start(stop =>
            FindAsync(() => engine.Dodo.CheckoutSessions.PreviewAsync(cart.ToPreview(), stop))
        );
        var listed = reads.Start(stop => MethodsAsync(cart.CustomerId, stop));
        var products = cart
            .Items.Select(item => item.ProductId)
            .Distinct(StringComparer.Ordinal)
            .Select(id => reads.Start(stop => FindAsync(() => engine.Dodo.Products.GetAsync(id, stop))))
            .ToList();
        await reads.CompleteAsync().ConfigureAwait(false);

        var catalogue = new Dictionary<string, Product>(StringComparer.Ordinal);
        foreach (var read in products)
        {
            if (await read.ConfigureAwait(false) is not { } product)
                return (null, OfferReason.RefusedByApi);
            catalogue[product.ProductId] = product;
        }

        var (isCustomer, methods) = await listed.ConfigureAwait(false);
        if (!isCustomer || await previewed.ConfigureAwait(false) is not { } preview)
            return (null, OfferReason.RefusedByApi);
        if (PricedOffer.Of(preview, cart, catalogue) is not { } price)
            return (null, OfferReason.PriceUnknown);

        var method = PaymentMethodChooser
            .Choose(methods, price.IsRecurring ? PaymentMethodPurpose.Recurring : PaymentMethodPurpose.OneTime, now)
            .Chosen;
        price.Write(draft, method?.Label);
        return (
            new OfferTerms
            {
                Disclosure = draft.Complete(
                    price.Amounts with
                    {
                        PaymentMethodLabel = method?.Label,
                    },
                    method?.PaymentMethodId
                ),
                TextKey = textKey,
                DisclosedAt = now,
                DiscountCodes = cart.DiscountCodes,
                Items = cart.Items,
                SubscriptionData = cart.SubscriptionData,
                BillingAddress = cart.BillingAddress,
                BillingCurrency = cart.BillingCurrency,
                IsRecurring = price.IsRecurring,
                PaymentMethodId = method?.PaymentMethodId,
                CardLastFour = LastFour(method?.Label),
                CardExpiryMonth = method?.Card?.ExpiryMonth,
                CardExpiryYear = method?.Card?.ExpiryYear,
                ProductIds = [.. catalogue.Keys],
            },
            null
        );
    }

    /// <summary>Returns the last four digits that a payment method's label shows, or null if it shows none.</summary>
    public static string? LastFour(string? label) =>
        label is { Length: > 4 }
        && label.AsSpan(label.Length - 4) is var last
        && !last.ContainsAnyExceptInRange('0', '9')
            ? last.ToString()
            : null;

    // A list that the API could not read (502) is not an empty one, but either way the customer pays on a page.
    private async Task<(bool IsCustomer, IReadOnlyList<SavedPaymentMethod>? Items)> MethodsAsync(
        string customerId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var methods = await engine
                .Dodo.Customers.ListPaymentMethodsAsync(customerId, cancellationToken)
                .ConfigureAwait(false);
            return (true, methods.Items);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return (false, null);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.BadGateway)
        {
            return (true, null);
        }
    }

    private static async Task<T?> FindAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (DodoApiException e) when ((int)e.StatusCode is >= 400 and < 500 && !e.IsTransient)
        {
            return null;
        }
    }
}
