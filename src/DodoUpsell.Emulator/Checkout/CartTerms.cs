using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Subscriptions;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>The terms of a cart as a whole.</summary>
/// <param name="BillingCurrency">The requested currency. It must be the currency of the products.</param>
/// <param name="TrialDays">A trial that replaces the one of the product.</param>
/// <param name="AmountRequired">
/// Whether pay-what-you-want amounts are required, because there is no page on which to ask for them.
/// </param>
internal sealed record CartTerms(string? BillingCurrency = null, int? TrialDays = null, bool AmountRequired = false)
{
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>Gets the buyer, or null if not known yet.</summary>
    public Customer? Customer { get; init; }

    /// <summary>Gets the country in which the buyer is taxed.</summary>
    public required string Country { get; init; }

    /// <summary>Gets the terms of a subscription that is charged on demand and not by the calendar, or null.</summary>
    public OnDemandTerms? OnDemand { get; init; }
}
