namespace DodoUpsell.PlanChanges;

/// <summary>
/// The catalogue price of a plan and its billing interval. Used to distinguish upgrades from downgrades, never to
/// determine a charge.
/// </summary>
internal sealed record PlanPrice(Money Amount, int IntervalCount, TimeInterval Interval)
{
    public static PlanPrice? Of(Product? product) =>
        product?.Price switch
        {
            RecurringPrice price => new(price.PriceMoney, price.PaymentFrequencyCount, price.PaymentFrequencyInterval),
            UsageBasedPrice price => new(
                price.FixedPriceMoney,
                price.PaymentFrequencyCount,
                price.PaymentFrequencyInterval
            ),
            _ => null,
        };

    /// <summary>
    /// Returns the kind of a change between two plans. Different billing intervals and currencies cannot be compared.
    /// </summary>
    public static PlanChangeKind Direction(PlanPrice? from, PlanPrice? to)
    {
        if (
            from is null
            || to is null
            || from.Amount.Currency != to.Amount.Currency
            || (from.IntervalCount, from.Interval) != (to.IntervalCount, to.Interval)
        )
            return PlanChangeKind.Crossgrade;
        return from.Amount.CompareTo(to.Amount) switch
        {
            < 0 => PlanChangeKind.Upgrade,
            > 0 => PlanChangeKind.Downgrade,
            _ => PlanChangeKind.Crossgrade,
        };
    }
}
