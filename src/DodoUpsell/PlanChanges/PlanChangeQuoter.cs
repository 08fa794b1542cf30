using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Creates quotes: reads the subscription, carries over what is unchanged, and lets the API preview the change. It
/// computes no amounts.
/// </summary>
internal sealed class PlanChangeQuoter(ChargeEngine engine, SubscriptionLocks locks)
{
    private readonly QuoteSources _sources = new(engine.Dodo);

    private static PlanChangeRefusal NoPrice { get; } =
        PlanChangeRefusals.Ours(
            PlanChangeRefusalReason.PriceUnknown,
            "The preview of the plan change contained no summary.total_amount, summary.customer_credits, "
                + "currency or new plan, so no price could be shown. Nothing was charged. Try again."
        );

    /// <summary>Creates a quote.</summary>
    /// <param name="request">The change.</param>
    /// <param name="isShown">Whether the customer is shown the quote, so that it names the payment method.</param>
    /// <param name="cancellationToken">A token to cancel the reads.</param>
    /// <param name="id">The id of the quote, or null for a new one.</param>
    public async Task<PlanChangeQuote> QuoteAsync(
        PlanChangeRequest request,
        bool isShown,
        CancellationToken cancellationToken,
        string? id = null
    )
    {
        if (PlanChangeRefusals.Check(request) is { } wrong)
            return Refused(request, wrong);
        using var reads = new ParallelReads(cancellationToken);
        var subscription = reads.Start(stop => _sources.FindSubscriptionAsync(request.SubscriptionId, stop));
        var target = request.ProductId is { } plan ? reads.Start(stop => _sources.FindProductAsync(plan, stop)) : null;
        await reads.CompleteAsync().ConfigureAwait(false);
        var (change, refusal) = Resolve(request, await subscription.ConfigureAwait(false));
        if (change is null)
            return Refused(request, refusal!);
        if (target is not null && Unfit(await target.ConfigureAwait(false), change) is { } unfitTarget)
            return Refused(request, unfitTarget);

        var present =
            target is not null && change.KeepsProduct
                ? target
                : reads.Start(stop => _sources.FindProductAsync(change.Subscription.ProductId, stop));
        var method =
            isShown && request is { IsScheduled: false, CollectViaPaymentLink: false }
                ? reads.Start(stop => _sources.ReadMethodAsync(change.Subscription, stop))
                : null;
        var previewed = reads.Start(stop => _sources.PreviewAsync(change, stop));
        await reads.CompleteAsync().ConfigureAwait(false);
        var (from, to) = (await present.ConfigureAwait(false), await (target ?? present).ConfigureAwait(false));
        if (Unfit(to, change) is { } unfit)
            return Refused(request, unfit);
        var (preview, refused) = await previewed.ConfigureAwait(false);
        var label = method is null ? null : await method.ConfigureAwait(false);
        return preview is null
            ? Refused(request, refused ?? NoPrice)
            : await IssueAsync(change, preview, QuoteLabels.Of(change, from, to, label), cancellationToken, id)
                .ConfigureAwait(false);
    }

    /// <summary>
    /// Creates a quote that confirms an earlier one: reads only what can have changed, and previews exactly what was
    /// quoted. If that does not fit the subscription any more, or the customer has to be asked again, the change is
    /// quoted from the start.
    /// </summary>
    public async Task<PlanChangeQuote> QuoteAgainAsync(
        PlanChangeQuote shown,
        Money? tolerance,
        CancellationToken cancellationToken
    )
    {
        var request = shown.Request;
        using var reads = new ParallelReads(cancellationToken);
        var subscription = reads.Start(stop => _sources.FindSubscriptionAsync(request.SubscriptionId, stop));
        var previewed = reads.Start(stop => _sources.PreviewAsync(shown, stop));
        await reads.CompleteAsync().ConfigureAwait(false);
        var (change, refusal) = Resolve(request, await subscription.ConfigureAwait(false));
        if (change is null)
            return Refused(request, refusal!);

        var (answer, refused) = await previewed.ConfigureAwait(false);
        if (!shown.IsFor(change) || refused?.Reason == PlanChangeRefusalReason.WrongDiscount)
            return await QuoteAsync(request, isShown: true, cancellationToken).ConfigureAwait(false);
        if (answer is null || PlanPreview.Of(answer, shown.CodesToSend, change.PresentCodes) is not { } preview)
            return Refused(request, refused ?? NoPrice);
        var now = await IssueAsync(change, preview, QuoteLabels.Of(shown), cancellationToken).ConfigureAwait(false);
        return now.Refusal is null && QuoteComparison.Between(shown, now, tolerance).Count > 0
            ? await QuoteAsync(request, isShown: true, cancellationToken).ConfigureAwait(false)
            : now;
    }

    private static (ResolvedPlanChange? Change, PlanChangeRefusal? Refusal) Resolve(
        PlanChangeRequest request,
        Subscription? subscription
    )
    {
        if (subscription is null)
            return (null, PlanChangeRefusals.UnknownSubscription);
        if (PlanChangeRefusals.Check(subscription, request) is { } blocked)
            return (null, blocked);
        var change = new ResolvedPlanChange(request, subscription);
        return change.Refusal is { } refusal ? (null, refusal) : (change, null);
    }

    private static PlanChangeRefusal? Unfit(Product? target, ResolvedPlanChange change) =>
        PlanChangeRefusals.Check(target, change.ProductId, change.Addons, change.Subscription);

    private async Task<PlanChangeQuote> IssueAsync(
        ResolvedPlanChange change,
        PlanPreview preview,
        QuoteLabels labels,
        CancellationToken cancellationToken,
        string? id = null
    )
    {
        var now = engine.Clock.GetUtcNow();
        var quote = new QuoteDraft(change, preview, labels).ToQuote(
            id ?? engine.NewAttemptId(),
            now,
            now + Lifetime(engine.Options())
        );
        return await GuardAsync(quote, cancellationToken).ConfigureAwait(false) is { } pingPong
            ? Refused(change.Request, pingPong)
            : QuoteSeal.On(quote);
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
}
