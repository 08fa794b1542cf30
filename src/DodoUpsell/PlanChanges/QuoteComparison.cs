namespace DodoUpsell.PlanChanges;

/// <summary>
/// Determines whether a quote is still valid. Differences in the customer's favour are accepted; any other difference
/// requires new consent.
/// </summary>
internal static class QuoteComparison
{
    // The end of a month can shift a renewal by a day or two between two previews.
    private static readonly TimeSpan DateSlack = TimeSpan.FromDays(2);

    public static IReadOnlyList<QuoteDifference> Between(PlanChangeQuote shown, PlanChangeQuote now, Money? tolerance)
    {
        if (shown.DueNow.Currency != now.DueNow.Currency)
            return [QuoteDifference.OtherCurrency];
        return Differences(
                shown,
                now,
                tolerance is { } more && more.Currency == now.DueNow.Currency ? Math.Max(0, more.MinorUnits) : 0
            )
            .ToList();
    }

    private static IEnumerable<QuoteDifference> Differences(PlanChangeQuote shown, PlanChangeQuote now, long tolerance)
    {
        if (
            IsHigher(shown.DueNow, now.DueNow, tolerance)
            || IsHigher(shown.DueAtEffect, now.DueAtEffect, tolerance)
            || IsHigher(Cost(shown), Cost(now), tolerance)
        )
            yield return QuoteDifference.PriceHigher;
        if (IsHigher(now.CreditGranted, shown.CreditGranted, tolerance))
            yield return QuoteDifference.CreditLower;
        if (IsHigher(shown.NewRecurring, now.NewRecurring, tolerance))
            yield return QuoteDifference.RecurringHigher;
        if (!shown.From!.IsSamePlan(now.From!))
            yield return QuoteDifference.PresentPlan;
        if (
            !shown.To!.IsSamePlan(now.To!)
            || !shown.To.IsPaidAlike(now.To!)
            || !PlanParts.Same(shown.To.DiscountCodes, now.To!.DiscountCodes)
        )
            yield return QuoteDifference.NewPlan;
        if (HasMoved(shown, now))
            yield return QuoteDifference.Dates;
        if (!now.DueNow.IsZero && !string.Equals(shown.PaymentMethodId, now.PaymentMethodId, StringComparison.Ordinal))
            yield return QuoteDifference.PaymentMethod;
    }

    // Credit that is used up counts as a cost.
    private static Money Cost(PlanChangeQuote quote) => quote.DueNow + quote.CreditUsed;

    private static bool IsHigher(Money shown, Money now, long tolerance) =>
        now.MinorUnits > shown.MinorUnits + tolerance;

    private static bool HasMoved(PlanChangeQuote shown, PlanChangeQuote now)
    {
        if (shown.Request.IsScheduled)
            return shown.EffectiveAt != now.EffectiveAt;
        var passed = now.IssuedAt - shown.IssuedAt;
        return (now.NextBillingDate - shown.NextBillingDate - passed).Duration() > DateSlack
            && now.NextBillingDate != shown.NextBillingDate;
    }
}
