using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Discounts;

/// <summary>Checks whether a discount may be used: at this time, by a customer, for a purchase.</summary>
internal static class DiscountRules
{
    public static void RequireLive(Discount discount, DateTimeOffset now)
    {
        if (now < discount.Terms.StartsAt)
            throw Refused(ErrorCodes.DiscountNotYetActive, discount, "is not active yet");
        if (now >= discount.Terms.ExpiresAt)
            throw Refused(ErrorCodes.DiscountCodeExpired, discount, "has expired");
        if (discount.IsUsedUp)
            throw Refused(ErrorCodes.DiscountUsageLimitExceeded, discount, "is used up");
    }

    /// <summary>Checks the customer. Null is a customer who is new or not known yet.</summary>
    public static void RequireCustomer(EmulatorState state, Discount discount, Customer? customer)
    {
        var hasPaid =
            customer is not null
            && state
                .Indexes.PaymentsByCustomer.Of(customer.Id)
                .Any(payment => payment.Status is IntentStatus.Succeeded);
        var eligible = discount.Terms.Eligibility switch
        {
            DiscountTerms.FirstTime => !hasPaid || state.Options.IgnoreCustomerDiscountLimits,
            DiscountTerms.Existing => hasPaid,
            DiscountTerms.Specific => customer is not null
                && discount.CustomerIds.Contains(customer.Id, StringComparer.Ordinal),
            _ => true,
        };
        if (!eligible)
            throw Refused(ErrorCodes.DiscountCustomerNotEligible, discount, "is not for this customer");
        if (
            customer is not null
            && !state.Options.IgnoreCustomerDiscountLimits
            && discount.UsesOf(customer.Id) >= discount.Terms.PerCustomerLimit
        )
            throw Refused(
                ErrorCodes.DiscountPerCustomerLimitExceeded,
                discount,
                "has reached its usage limit for this customer"
            );
    }

    /// <summary>Checks the purchase, at original prices.</summary>
    public static void RequirePurchase(
        Discount discount,
        IReadOnlyList<DiscountablePart> parts,
        string currency,
        string notCoveredCode
    )
    {
        var terms = discount.Terms;
        List<DiscountablePart> covered = [.. parts.Where(part => terms.Covers(part.ProductId))];
        if (covered.Count == 0)
            throw Refused(notCoveredCode, discount, "does not apply to the purchased products");

        var option = terms.OptionFor(currency);
        // Without a rate, neither the maximum deduction nor the minimum subtotal is known.
        if (option is null && terms.DefaultOption is { MaximumAmount: not null } or { MinimumSubtotal: > 0 })
            throw Refused(
                ErrorCodes.ExchangeRateNotFound,
                discount,
                $"has no amounts in {currency} and cannot be converted"
            );
        if (terms.IsFlat && option?.MaximumAmount is null)
            throw Refused(ErrorCodes.ExchangeRateNotFound, discount, $"has no amount in {currency}");
        if (covered.Sum(part => part.Amount) < option?.MinimumSubtotal)
            throw Refused(
                ErrorCodes.DiscountMinimumSubtotalNotMet,
                discount,
                $"needs a subtotal of at least {option.MinimumSubtotal}"
            );
    }

    private static ApiException Refused(string code, Discount discount, string reason) =>
        ApiException.Unprocessable(code, $"discount code `{discount.Terms.Code}` {reason}");
}
