namespace DodoUpsell.PlanChanges;

/// <summary>What a quote says besides the API's amounts: the names of the plans, the kind of change and the card.</summary>
internal sealed record QuoteLabels(string? FromName, string? ToName, PlanChangeKind Kind, string? MethodLabel)
{
    public static QuoteLabels Of(ResolvedPlanChange change, Product? from, Product? to, string? methodLabel) =>
        new(from?.Name, to?.Name, KindOf(change, from, to), methodLabel);

    /// <summary>Returns the labels of an earlier quote of the same change.</summary>
    public static QuoteLabels Of(PlanChangeQuote quote) =>
        new(quote.From?.Name, quote.To?.Name, quote.Kind, quote.PaymentMethodLabel);

    private static PlanChangeKind KindOf(ResolvedPlanChange change, Product? from, Product? to)
    {
        if (!change.KeepsProduct)
            return PlanPrice.Direction(PlanPrice.Of(from), PlanPrice.Of(to));
        if (!change.KeepsSeats)
            return PlanChangeKind.Seats;
        return change.KeepsAddons ? PlanChangeKind.Discounts : PlanChangeKind.Addons;
    }
}
