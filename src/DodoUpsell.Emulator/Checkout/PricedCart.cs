using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Products;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>A cart with what it costs today and, if it holds subscriptions, from the next cycle on.</summary>
internal sealed record PricedCart(string Currency, IReadOnlyList<PricedLine> Lines)
{
    /// <summary>The discounts that made it cheaper, in the order in which they stack.</summary>
    public IReadOnlyList<Discount> Discounts { get; init; } = [];

    public TaxedAmount DueNow { get; } = Sum(Lines.Select(line => line.DueNow));

    public int Total => (int)DueNow.Total;

    /// <summary>The lines that each start a subscription of their own.</summary>
    public IReadOnlyList<PricedLine> Subscriptions { get; } = [.. Lines.Where(line => line.Product.IsRecurring)];

    /// <summary>The amount of a later cycle; null for a cart of one-time products.</summary>
    public TaxedAmount? Recurring => Subscriptions.Count == 0 ? null : Sum(Subscriptions.Select(line => line.PerCycle));

    /// <summary>
    /// Whether the buyer has to give a payment method: something is due now, or a subscription will be without saying
    /// that it can do without.
    /// </summary>
    public bool NeedsPaymentMethod => Total > 0 || Subscriptions.Any(line => !line.MayLackPaymentMethod);

    private static TaxedAmount Sum(IEnumerable<TaxedAmount> amounts) =>
        amounts.Aggregate(default(TaxedAmount), (sum, amount) => sum + amount);
}

/// <summary>
/// One product of a cart. <see cref="Own"/> is its price without add-ons and as if there were no trial.
/// </summary>
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
    /// What is due for it now, where that is neither a cycle nor a trial: a renewal less its credit, a plan change.
    /// </summary>
    public TaxedAmount? Due { get; init; }

    public TaxedAmount PerCycle => Addons.Aggregate(Own, (sum, addon) => sum + addon.Amount);

    public TaxedAmount DueNow => Due ?? (TrialDays > 0 ? TrialPrice : PerCycle);

    public bool MayLackPaymentMethod =>
        Product.Price is RecurringPrice price
        && (TrialDays > 0 ? price.TrialWithoutPaymentMethod : price.ZeroAmountWithoutPaymentMethod);
}

internal sealed record PricedAddon(Addon Addon, int Quantity, TaxedAmount Amount);
