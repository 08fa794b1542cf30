using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Discounts;

/// <summary>Refuses contradictory terms.</summary>
internal static class DiscountTermsCheck
{
    private const int MinimumCodeLength = 3;
    private const int WholePrice = 10_000;

    public static void Require(DiscountTerms terms)
    {
        if (terms.Code.Length < MinimumCodeLength)
            throw ApiException.InvalidParameters($"a discount code has at least {MinimumCodeLength} characters");
        if (terms.Amount < 1 || (!terms.IsFlat && terms.Amount > WholePrice))
            throw ApiException.Unprocessable(
                ErrorCodes.InvalidPercentage,
                "`amount` is given in basis points, 1 to 10000"
            );
        if (terms.UsageLimit < 1 || terms.PerCustomerLimit < 1 || terms.SubscriptionCycles < 1)
            throw ApiException.InvalidParameters("usage limits and cycles must be at least 1");
        if (terms.PerCustomerLimit > terms.UsageLimit)
            throw ApiException.InvalidParameters("`per_customer_usage_limit` must not exceed `usage_limit`");
        if (terms.StartsAt >= terms.ExpiresAt)
            throw ApiException.InvalidParameters("`starts_at` must be before `expires_at`");

        RequireOptions(terms);
    }

    private static void RequireOptions(DiscountTerms terms)
    {
        var options = terms.CurrencyOptions;
        if (options.DistinctBy(option => option.Currency, StringComparer.Ordinal).Count() < options.Count)
            throw Invalid("a currency is listed twice");
        if (options.Count(option => option.IsDefault) > 1)
            throw Invalid("only one currency may be the default");
        if (options.Any(option => option.MaximumAmount < 1 || option.MinimumSubtotal < 0))
            throw Invalid("amounts must be positive");

        if (terms.IsFlat && terms.DefaultOption?.MaximumAmount is null)
            throw Invalid("a flat discount needs a default currency with `max_amount_possible`");
    }

    private static ApiException Invalid(string message) =>
        ApiException.Unprocessable(ErrorCodes.DiscountCurrencyOptionInvalid, message);
}
