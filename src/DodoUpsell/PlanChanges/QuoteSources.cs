using System.Net;

namespace DodoUpsell.PlanChanges;

/// <summary>Reads what a quote is made of. An expected refusal by the API is a result, not an exception.</summary>
internal sealed class QuoteSources(IDodoClient dodo)
{
    private readonly PlanPreviewer _previewer = new(dodo);

    public Task<Subscription?> FindSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken) =>
        FindAsync(dodo.Subscriptions.GetAsync(subscriptionId, cancellationToken));

    public Task<Product?> FindProductAsync(string productId, CancellationToken cancellationToken) =>
        FindAsync(dodo.Products.GetAsync(productId, cancellationToken));

    /// <summary>Returns the label of the payment method that is charged, or null if it is not known.</summary>
    /// <remarks>For display only. Without it the price is still valid.</remarks>
    public async Task<string?> ReadMethodAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        if (
            subscription.PaymentMethodId is not { } id
            || subscription.Customer?.CustomerId is not { Length: > 0 } customerId
        )
            return null;
        try
        {
            var methods = await dodo
                .Customers.ListPaymentMethodsAsync(customerId, cancellationToken)
                .ConfigureAwait(false);
            return methods
                .Items.FirstOrDefault(method => string.Equals(method.PaymentMethodId, id, StringComparison.Ordinal))
                ?.Label;
        }
        catch (DodoApiException e) when (e.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Previews a change and determines which discount codes to send.</summary>
    public Task<(PlanPreview? Preview, PlanChangeRefusal? Refusal)> PreviewAsync(
        ResolvedPlanChange change,
        CancellationToken cancellationToken
    ) => TryAsync(_previewer.PreviewAsync(change, cancellationToken));

    /// <summary>Previews exactly what a quote would send.</summary>
    public Task<(ChangePlanPreview? Preview, PlanChangeRefusal? Refusal)> PreviewAsync(
        PlanChangeQuote quote,
        CancellationToken cancellationToken
    ) =>
        TryAsync<ChangePlanPreview>(
            dodo.Subscriptions.PreviewChangePlanAsync(
                quote.Request.SubscriptionId,
                quote.ToPreview(),
                cancellationToken
            )!
        );

    private static async Task<(T? Preview, PlanChangeRefusal? Refusal)> TryAsync<T>(Task<T?> preview)
        where T : class
    {
        try
        {
            return await preview.ConfigureAwait(false) is { } given ? (given, null) : (null, null);
        }
        catch (DodoApiException e) when ((int)e.StatusCode is >= 400 and < 500 && !e.IsTransient)
        {
            return (null, PlanChangeRefusals.Of(e));
        }
    }

    private static async Task<T?> FindAsync<T>(Task<T> read)
        where T : class
    {
        try
        {
            return await read.ConfigureAwait(false);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
