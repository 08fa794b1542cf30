using System.Net;
using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Creates quotes: reads the subscription, carries over what is unchanged, and lets the API preview the change. It
/// computes no amounts.
/// </summary>
internal sealed class PlanChangeQuoter(ChargeEngine engine, SubscriptionLocks locks)
{
    private IDodoClient Dodo => engine.Dodo;

    public async Task<PlanChangeQuote> QuoteAsync(PlanChangeRequest request, CancellationToken cancellationToken)
    {
        if (PlanChangeRefusals.Check(request) is { } wrong)
            return Refused(request, wrong);
        if (
            await FindAsync(() => Dodo.Subscriptions.GetAsync(request.SubscriptionId, cancellationToken))
                .ConfigureAwait(false)
            is not { } subscription
        )
        {
            return Refused(
                request,
                PlanChangeRefusals.Ours(
                    PlanChangeRefusalReason.UnknownSubscription,
                    "The subscription does not exist. Test and live mode have separate subscriptions."
                )
            );
        }

        if (PlanChangeRefusals.Check(subscription, request) is { } blocked)
            return Refused(request, blocked);
        var change = new ResolvedPlanChange(request, subscription);
        if (change.Refusal is { } refusal)
            return Refused(request, refusal);
        var products = ReadProductsAsync(change, cancellationToken);
        var method = ReadMethodAsync(subscription, cancellationToken);
        await Task.WhenAll(products, method).ConfigureAwait(false);
        var (from, to) = await products.ConfigureAwait(false);
        if (PlanChangeRefusals.Check(to, change.ProductId, change.Addons, subscription) is { } unfit)
            return Refused(request, unfit);

        PlanPreview? preview;
        try
        {
            preview = await PreviewAsync(change, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoApiException e) when ((int)e.StatusCode is >= 400 and < 500 && !e.IsTransient)
        {
            return Refused(request, PlanChangeRefusals.Of(e));
        }

        if (preview is null)
        {
            return Refused(
                request,
                PlanChangeRefusals.Ours(
                    PlanChangeRefusalReason.PriceUnknown,
                    "The preview of the plan change contained no summary.total_amount, summary.customer_credits, "
                        + "currency or new plan, so no price could be shown. Nothing was charged. Try again."
                )
            );
        }

        var now = engine.Clock.GetUtcNow();
        var quote = new QuoteDraft(change, preview, from, to, await method.ConfigureAwait(false)).ToQuote(
            engine.NewAttemptId(),
            now,
            now + Lifetime(engine.Options())
        );
        if (await GuardAsync(quote, cancellationToken).ConfigureAwait(false) is { } pingPong)
            return Refused(request, pingPong);
        return QuoteSeal.On(quote);
    }

    // If a plan was paid only in part and its full price is returned, credit is created that was never paid for. This
    // also applies to a prorated change, because an upgrade starts a new period.
    private async Task<PlanChangeRefusal?> GuardAsync(PlanChangeQuote quote, CancellationToken cancellationToken)
    {
        if (quote.Request.AllowCreditPingPong || quote.CreditGranted.IsZero)
            return null;
        if (
            await locks.PartlyPaidUntilAsync(quote.Request.SubscriptionId, cancellationToken).ConfigureAwait(false)
                is not { } until
            || quote.IssuedAt >= until
        )
            return null;
        return PlanChangeRefusals.Ours(
            PlanChangeRefusalReason.CreditPingPong,
            $"An upgrade in this billing period was paid only in part or not at all, and this change would return "
                + $"more than was paid as credit. Schedule it for the next renewal, or set "
                + $"{nameof(PlanChangeRequest.AllowCreditPingPong)}."
        );
    }

    private async Task<PlanPreview?> PreviewAsync(ResolvedPlanChange change, CancellationToken cancellationToken)
    {
        var preview = await PreviewAsync(change, change.Codes, cancellationToken).ConfigureAwait(false);
        if (change.Request.Discounts.Choice != DiscountsChoice.KeepAll || preview is null or { Lost.Count: 0 })
            return preview;
        return await TryPreviewAsync(change, change.PresentCodes, cancellationToken).ConfigureAwait(false)
            ?? await KeepOneByOneAsync(change, preview, cancellationToken).ConfigureAwait(false);
    }

    // The API refuses the whole list because of one invalid code, so each code is tried in addition to the valid ones.
    private async Task<PlanPreview> KeepOneByOneAsync(
        ResolvedPlanChange change,
        PlanPreview preserved,
        CancellationToken cancellationToken
    )
    {
        var best = preserved;
        foreach (var code in preserved.Lost)
        {
            var codes = change
                .PresentCodes.Where(present =>
                    PlanParts.Contains(best.Codes, present) || PlanParts.Contains([code], present)
                )
                .ToList();
            best = await TryPreviewAsync(change, codes, cancellationToken).ConfigureAwait(false) ?? best;
        }

        return best;
    }

    private async Task<PlanPreview?> TryPreviewAsync(
        ResolvedPlanChange change,
        IReadOnlyList<string> codes,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await PreviewAsync(change, codes, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoApiException e) when (PlanChangeRefusals.Of(e).Reason == PlanChangeRefusalReason.WrongDiscount)
        {
            return null;
        }
    }

    private async Task<PlanPreview?> PreviewAsync(
        ResolvedPlanChange change,
        IReadOnlyList<string>? codes,
        CancellationToken cancellationToken
    ) =>
        PlanPreview.Of(
            await Dodo
                .Subscriptions.PreviewChangePlanAsync(
                    change.Request.SubscriptionId,
                    change.ToRequest(codes),
                    cancellationToken
                )
                .ConfigureAwait(false),
            codes,
            change.PresentCodes
        );

    private async Task<(Product? From, Product? To)> ReadProductsAsync(
        ResolvedPlanChange change,
        CancellationToken cancellationToken
    )
    {
        var to = FindAsync(() => Dodo.Products.GetAsync(change.ProductId, cancellationToken));
        if (change.KeepsProduct)
            return (await to.ConfigureAwait(false), await to.ConfigureAwait(false));
        var from = FindAsync(() => Dodo.Products.GetAsync(change.Subscription.ProductId, cancellationToken));
        await Task.WhenAll(from, to).ConfigureAwait(false);
        return (await from.ConfigureAwait(false), await to.ConfigureAwait(false));
    }

    // For display only. Without it the price is still valid.
    private async Task<string?> ReadMethodAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        if (
            subscription.PaymentMethodId is not { } id
            || subscription.Customer?.CustomerId is not { Length: > 0 } customerId
        )
            return null;
        try
        {
            var methods = await Dodo
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

    private PlanChangeQuote Refused(PlanChangeRequest request, PlanChangeRefusal refusal)
    {
        var now = engine.Clock.GetUtcNow();
        return QuoteSeal.On(
            new PlanChangeQuote
            {
                Id = engine.NewAttemptId(),
                Request = request,
                Refusal = refusal,
                IssuedAt = now,
                ExpiresAt = now,
            }
        );
    }

    // A quote must expire before a charge with a lost response is released, so that nothing can be sent for the quote
    // afterwards.
    private static TimeSpan Lifetime(ChargingOptions options) =>
        options.QuoteLifetime < options.GracePeriod / 2 ? options.QuoteLifetime : options.GracePeriod / 2;

    private static async Task<T?> FindAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
