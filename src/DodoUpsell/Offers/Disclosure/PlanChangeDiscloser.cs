using System.Net;
using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>Discloses a plan change by its quote, which accepting confirms.</summary>
internal sealed class PlanChangeDiscloser(OfferEngine engine)
{
    private readonly PlanChangeFlow _planChanges = new(engine.Charges);

    public async Task<(OfferTerms? Terms, OfferReason? WhyNot)> DiscloseAsync(
        PlanChangeRequest request,
        string textKey,
        DisclosureDraft draft,
        CancellationToken cancellationToken
    )
    {
        using var reads = new ParallelReads(cancellationToken);
        var quoted = reads.Start(stop => _planChanges.QuoteAsync(request, draft.OfferId, stop));
        var addon = AddedBy(request) is { } added ? reads.Start(stop => FindAddonAsync(added.AddonId, stop)) : null;
        await reads.CompleteAsync().ConfigureAwait(false);
        var quote = await quoted.ConfigureAwait(false);
        if (quote.Refusal is { } refusal)
            return (
                null,
                refusal.Reason == PlanChangeRefusalReason.PriceUnknown
                    ? OfferReason.PriceUnknown
                    : OfferReason.RefusedByApi
            );
        var name = addon is null ? null : (await addon.ConfigureAwait(false))?.Name;
        if (addon is not null && name is null)
            return (null, OfferReason.RefusedByApi);
        if (!IsComplete(quote))
            return (null, OfferReason.PriceUnknown);

        Write(draft, quote, name);
        return (
            new OfferTerms
            {
                Disclosure = draft.Complete(AmountsOf(quote), quote.PaymentMethodId),
                TextKey = textKey,
                DisclosedAt = quote.IssuedAt,
                DiscountCodes = quote.CodesToSend ?? [],
                IsRecurring = true,
                PaymentMethodId = quote.PaymentMethodId,
                CardLastFour = CartDiscloser.LastFour(quote.PaymentMethodLabel),
                Quote = quote.ToJson(),
                ProductIds = [quote.To!.ProductId],
            },
            null
        );
    }

    private static bool IsComplete(PlanChangeQuote quote) =>
        quote is { From: not null, To: { } to }
        && quote.DueNow.Currency.Value.Length > 0
        && to.Recurring.Currency.Value.Length > 0
        && DisclosureDraft.IsKnown(to.IntervalCount, to.Interval)
        && to.NextBillingDate != default;

    private static OfferAmounts AmountsOf(PlanChangeQuote quote) =>
        new(quote.DueNow)
        {
            Tax = quote.Request.IsScheduled ? null : quote.Tax,
            Recurrence = RecurrenceOf(quote),
            DifferenceToPlan = DifferenceOf(quote),
            CreditGranted = quote.CreditGranted.IsZero ? null : quote.CreditGranted,
            PaymentMethodLabel = quote.PaymentMethodLabel,
        };

    private static OfferRecurrence RecurrenceOf(PlanChangeQuote quote) =>
        new()
        {
            Amount = quote.NewRecurring,
            TaxIncluded = quote.To!.TaxInclusive,
            IntervalCount = quote.To.IntervalCount,
            Interval = quote.To.Interval,
            NextAt = quote.Request.IsScheduled ? quote.EffectiveAt : quote.NextBillingDate,
        };

    private static Money? DifferenceOf(PlanChangeQuote quote) =>
        quote.From!.IsPaidAlike(quote.To!) && quote.From.Recurring.Currency == quote.To!.Recurring.Currency
            ? quote.To.Recurring - quote.From.Recurring
            : null;

    private static void Write(DisclosureDraft draft, PlanChangeQuote quote, string? addonName)
    {
        var to = quote.To!;
        draft.AddItem(to.Name ?? to.ProductId, Math.Max(1, to.Quantity), null);
        if (addonName is not null)
            draft.AddItem(addonName, AddedBy(quote.Request)!.Quantity, null);
        if (!quote.CreditUsed.IsZero)
            draft.Add(OfferLineKind.Credit, OfferMessage.CreditUsed, -quote.CreditUsed);
        if (!quote.MinimumTopUp.IsZero)
            draft.Add(OfferLineKind.Credit, OfferMessage.MinimumTopUp, quote.MinimumTopUp);
        if (!quote.CreditGranted.IsZero)
            draft.Add(OfferLineKind.Credit, OfferMessage.CreditGranted, quote.CreditGranted);
        if (quote.Tax is { } tax && !quote.Request.IsScheduled)
            draft.Add(OfferLineKind.Tax, OfferMessage.TaxIncluded, tax);
        draft.Add(OfferLineKind.Total, OfferMessage.Total, quote.DueNow);
        if (quote.Request.IsScheduled)
            draft.Add(
                OfferLineKind.Recurrence,
                OfferMessage.DueAtEffect,
                quote.DueAtEffect,
                ("amount", draft.Amount(quote.DueAtEffect)),
                ("date", draft.Date(quote.EffectiveAt))
            );
        draft.AddRecurrence(RecurrenceOf(quote));
        if (DifferenceOf(quote) is { IsZero: false } difference)
            draft.Add(
                OfferLineKind.Difference,
                difference.MinorUnits > 0 ? OfferMessage.DifferenceMore : OfferMessage.DifferenceLess,
                difference,
                ("amount", draft.Amount(difference.MinorUnits > 0 ? difference : -difference)),
                ("interval", draft.Interval(to.IntervalCount, to.Interval))
            );
        foreach (var code in quote.DiscountsLost)
            draft.Add(OfferLineKind.Loss, OfferMessage.DiscountLost, null, ("code", code));
        foreach (var code in quote.DiscountsEnding)
            draft.Add(OfferLineKind.Loss, OfferMessage.DiscountEnding, null, ("code", code));
        WriteMethod(draft, quote);
    }

    private static void WriteMethod(DisclosureDraft draft, PlanChangeQuote quote)
    {
        if (quote.PaymentMethodLabel is { } label)
            draft.Add(OfferLineKind.PaymentMethod, OfferMessage.PaymentMethod, null, ("method", label));
        else if (quote.Request.CollectViaPaymentLink && !quote.DueNow.IsZero)
            draft.Add(OfferLineKind.PaymentMethod, OfferMessage.PaymentOnPage, null);
        else
            draft.Add(OfferLineKind.PaymentMethod, OfferMessage.PaymentOfSubscription, null);
    }

    private static AddonQuantity? AddedBy(PlanChangeRequest request) =>
        request.Addons is { Choice: AddonsChoice.Set, Items: [var added] } ? added : null;

    private async Task<Addon?> FindAddonAsync(string addonId, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.Dodo.Addons.GetAsync(addonId, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
