namespace DodoUpsell.Offers;

/// <summary>Converts records to what apps see.</summary>
internal static class OfferView
{
    /// <summary>
    /// Returns the offer of a record. An open offer whose time is over is shown as expired, even if that is not stored
    /// yet.
    /// </summary>
    public static Offer Of(OfferRecord record, DateTimeOffset now)
    {
        var terms = OfferTerms.Parse(record.Terms);
        return new Offer
        {
            Id = record.Id,
            RuleId = record.RuleId,
            Variant = record.Variant,
            TextKey = terms.TextKey,
            Placement = record.Placement,
            State = record.State == OfferState.Open && record.ExpiresAt <= now ? OfferState.Expired : record.State,
            CustomerId = record.CustomerId,
            Sale = SaleOf(terms),
            Disclosure = terms.Disclosure,
            PurchaseId = record.PurchaseId,
            ParentId = record.ParentId,
            MadeAt = record.MadeAt,
            ExpiresAt = record.ExpiresAt,
        };
    }

    private static OfferedSale SaleOf(OfferTerms terms)
    {
        if (terms.Quote is null)
            return new OfferedSale.Products { Items = terms.Items ?? [], SubscriptionData = terms.SubscriptionData };
        var quote = PlanChangeQuote.Parse(terms.Quote);
        var present = quote.From?.ProductId ?? "";
        return quote.Request.Addons is { Choice: AddonsChoice.Set, Items: [var addon] }
            ? new OfferedSale.Addon
            {
                AddonId = addon.AddonId,
                Quantity = addon.Quantity,
                For = [present],
                Mode = quote.Mode,
            }
            : new OfferedSale.PlanChange
            {
                ProductId = quote.To?.ProductId ?? present,
                From = [present],
                Quantity = quote.To?.Quantity,
                Mode = quote.Mode,
                Timing = quote.Request.Timing,
            };
    }
}
