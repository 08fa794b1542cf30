namespace DodoUpsell.Offers;

/// <summary>Compares what two rules sell. Records with lists are equal only if they share the list.</summary>
internal static class SameSale
{
    public static bool Of(OfferedSale one, OfferedSale other) =>
        (one, other) switch
        {
            (OfferedSale.Products a, OfferedSale.Products b) => a.SubscriptionData == b.SubscriptionData
                && a.ReplaceMode == b.ReplaceMode
                && a.Items.SequenceEqual(b.Items),
            (OfferedSale.PlanChange a, OfferedSale.PlanChange b) => a with { From = b.From } == b
                && a.From.SequenceEqual(b.From, StringComparer.Ordinal),
            (OfferedSale.Addon a, OfferedSale.Addon b) => a with { For = b.For } == b
                && a.For.SequenceEqual(b.For, StringComparer.Ordinal),
            _ => false,
        };
}
