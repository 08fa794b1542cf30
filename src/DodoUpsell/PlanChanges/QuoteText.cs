using System.Globalization;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Creates the description of a quote: the amount due now, the price of each renewal and its start, and other relevant
/// facts.
/// </summary>
internal static class QuoteText
{
    public static string Of(PlanChangeQuote quote, CultureInfo culture)
    {
        if (quote.To is null || quote.Refusal is not null)
            return EnglishMessages.Of(ChargeMessage.PlanChangeRefused);
        return string.Join(' ', Sentences(quote, culture).Where(sentence => sentence.Length > 0));
    }

    private static IEnumerable<string> Sentences(PlanChangeQuote quote, CultureInfo culture)
    {
        yield return Price(quote, culture);
        if (!quote.CreditUsed.IsZero)
            yield return $"{quote.CreditUsed.ToString(culture)} of your credit is used for it.";
        if (!quote.MinimumTopUp.IsZero)
            yield return $"{quote.MinimumTopUp.ToString(culture)} of it becomes credit, because the minimum charge "
                + $"is higher.";
        if (quote.DiscountsEnding.Count > 0)
            yield return $"{string.Join(", ", quote.DiscountsEnding)} "
                + $"{(quote.DiscountsEnding.Count == 1 ? "applies" : "apply")} for a limited time; renewals cost more "
                + $"afterwards.";
        if (quote.DiscountsLost.Count > 0)
            yield return $"{Codes(quote.DiscountsLost)} with the change.";
    }

    private static string Price(PlanChangeQuote quote, CultureInfo culture)
    {
        var renewals = $"{quote.To!.Recurring.ToString(culture)} {Rhythm(quote.To)}{Tax(quote)}";
        if (quote.Request.IsScheduled)
            return $"You pay nothing now; from {Day(quote.EffectiveAt, quote, culture)} you pay {renewals}.";
        var then = $"then {renewals} from {Day(quote.To.NextBillingDate, quote, culture)}";
        if (!quote.DueNow.IsZero)
            return $"You pay {quote.DueNow.ToString(culture)} now, {then}.";
        return quote.CreditGranted.IsZero
            ? $"You pay nothing now, {then}."
            : $"You pay nothing now and get {quote.CreditGranted.ToString(culture)} of credit for your next "
                + $"renewals, {then}.";
    }

    // If nothing is due, the API calculated no tax.
    private static string Tax(PlanChangeQuote quote)
    {
        if (quote.To!.TaxInclusive)
            return "";
        if (quote.Tax is not null)
            return " plus tax";
        return quote.DueAtEffect.IsZero ? " plus any tax" : "";
    }

    private static string Rhythm(QuotedPlan plan)
    {
        var unit = plan.Interval.Value.ToLowerInvariant();
        return plan.IntervalCount == 1
            ? $"a {unit}"
            : string.Create(CultureInfo.InvariantCulture, $"every {plan.IntervalCount} {unit}s");
    }

    private static string Day(DateTimeOffset day, PlanChangeQuote quote, CultureInfo culture) =>
        day.ToString(day.Year == quote.IssuedAt.Year ? "d MMM" : "d MMM yyyy", culture);

    private static string Codes(IReadOnlyList<string> codes) =>
        codes.Count == 1 ? $"The discount {codes[0]} ends" : $"The discounts {string.Join(", ", codes)} end";
}
