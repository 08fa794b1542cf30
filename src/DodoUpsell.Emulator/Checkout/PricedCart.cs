using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Products;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>
/// A cart with the amount that is due today and, for subscriptions, the amount of the following cycles.
/// </summary>
internal sealed record PricedCart(string Currency, IReadOnlyList<PricedLine> Lines)
{
    /// <summary>Gets the discounts that reduced the price, in the order in which they stack.</summary>
    public IReadOnlyList<Discount> Discounts { get; init; } = [];

    public TaxedAmount DueNow { get; } = Sum(Lines.Select(line => line.DueNow));

    public int Total => (int)DueNow.Total;

    /// <summary>Gets the lines that each start a subscription.</summary>
    public IReadOnlyList<PricedLine> Subscriptions { get; } = [.. Lines.Where(line => line.Product.IsRecurring)];

    /// <summary>Gets the amount of a later cycle, or null for a cart of one-time products.</summary>
    public TaxedAmount? Recurring => Subscriptions.Count == 0 ? null : Sum(Subscriptions.Select(line => line.PerCycle));

    /// <summary>
    /// Gets whether a payment method is required: an amount is due now, or a subscription will need one and does not
    /// allow to start without it.
    /// </summary>
    public bool NeedsPaymentMethod => Total > 0 || Subscriptions.Any(line => !line.MayLackPaymentMethod);

    private static TaxedAmount Sum(IEnumerable<TaxedAmount> amounts) =>
        amounts.Aggregate(default(TaxedAmount), (sum, amount) => sum + amount);
}

/// <summary>One product of a cart. <see cref="Own"/> is its price without add-ons and without a trial.</summary>
internal sealed record PricedLine(
    Product Product,
    int Quantity,
    int UnitAmount,
    TaxedAmount Own,
    IReadOnlyList<PricedAddon> Addons,
    int TrialDays,
    TaxedAmount TrialPrice
)
{
    /// <summary>
    /// Gets the amount that is due now for a renewal less its credit or for a plan change, or null for a full cycle or
    /// a trial.
    /// </summary>
    public TaxedAmount? Due { get; init; }

    public TaxedAmount PerCycle => Addons.Aggregate(Own, (sum, addon) => sum + addon.Amount);

    public TaxedAmount DueNow => Due ?? (TrialDays > 0 ? TrialPrice : PerCycle);

    public bool MayLackPaymentMethod =>
        Product.Price is RecurringPrice price
        && (TrialDays > 0 ? price.TrialWithoutPaymentMethod : price.ZeroAmountWithoutPaymentMethod);
}

internal sealed record PricedAddon(Addon Addon, int Quantity, TaxedAmount Amount);
