using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Subscriptions;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>What applies to a cart as a whole.</summary>
/// <param name="BillingCurrency">The currency asked for; it must be the products' own.</param>
/// <param name="TrialDays">A trial that replaces the product's.</param>
/// <param name="AmountRequired">Whether pay-what-you-want amounts must be there: nobody is left to ask.</param>
internal sealed record CartTerms(string? BillingCurrency = null, int? TrialDays = null, bool AmountRequired = false)
{
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>Who buys; null when nobody is known yet.</summary>
    public Customer? Customer { get; init; }

    /// <summary>Where the buyer is taxed.</summary>
    public required string Country { get; init; }

    /// <summary>The subscription is charged when the merchant says so, not by the calendar.</summary>
    public OnDemandTerms? OnDemand { get; init; }
}
