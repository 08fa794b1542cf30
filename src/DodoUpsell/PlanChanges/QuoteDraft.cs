namespace DodoUpsell.PlanChanges;

/// <summary>Puts a quote together from what was read. Amounts are taken over as they came.</summary>
internal sealed class QuoteDraft(PlanWish wish, PlanPreview preview, Product? from, Product? to, string? methodLabel)
{
    private Subscription Present => wish.Subscription;

    public PlanChangeQuote ToQuote(string id, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        var summary = preview.Summary;
        var zero = Money.Zero(summary.Currency);
        var dueNow = wish.Request.IsScheduled ? zero : summary.Total;
        var credits = summary.CustomerCreditsMoney;
        return new PlanChangeQuote
        {
            Id = id,
            Request = wish.Request,
            CustomerId = Present.Customer?.CustomerId ?? "",
            Kind = Kind(),
            From = Plan(Present, from),
            To = Plan(preview.NewPlan, to) with { ProductId = wish.ProductId, Quantity = wish.Quantity, Addons = wish.Addons },
            Mode = wish.Mode,
            EffectiveAt = preview.Charge.EffectiveAt,
            Lines = preview.Charge.LineItems,
            DueNow = dueNow,
            DueAtEffect = summary.Total,
            Tax = summary.Tax is > 0 ? summary.TaxMoney : null,
            CreditGranted = summary is { CustomerCredits: > 0, TotalAmount: 0 } ? credits : zero,
            CreditUsed = summary.CustomerCredits < 0 ? -credits : zero,
            MinimumTopUp = summary is { CustomerCredits: > 0, TotalAmount: > 0 } ? credits : zero,
            DiscountsKept = wish.PresentCodes.Where(code => PlanParts.Contains(preview.Codes, code)).ToList(),
            DiscountsLost = preview.Lost,
            DiscountsAdded = preview.Codes.Where(code => !PlanParts.Contains(wish.PresentCodes, code)).ToList(),
            DiscountsEnding = (preview.NewPlan.Discounts ?? []).Where(discount => discount.CyclesRemaining is not null).Select(discount => discount.Code).ToList(),
            CodesToSend = preview.CodesSent,
            PaymentMethodLabel = dueNow.IsZero || wish.Request.CollectViaPaymentLink ? null : methodLabel,
            PaymentMethodId = Present.PaymentMethodId,
            IssuedAt = now,
            ExpiresAt = expiresAt,
        };
    }

    private PlanChangeKind Kind()
    {
        if (!wish.KeepsProduct) return PlanPrice.Direction(PlanPrice.Of(from), PlanPrice.Of(to));
        if (!wish.KeepsSeats) return PlanChangeKind.Seats;
        return wish.KeepsAddons ? PlanChangeKind.Discounts : PlanChangeKind.Addons;
    }

    private static QuotedPlan Plan(Subscription subscription, Product? product) => new()
    {
        ProductId = subscription.ProductId,
        Name = product?.Name,
        Quantity = subscription.Quantity,
        Addons = DodoUpsell.Addons.Keep.From(subscription.Addons),
        DiscountCodes = (subscription.Discounts ?? []).OrderBy(discount => discount.Position).Select(discount => discount.Code).ToList(),
        Recurring = subscription.RecurringPreTax,
        TaxInclusive = subscription.TaxInclusive,
        IntervalCount = subscription.PaymentFrequencyCount,
        Interval = subscription.PaymentFrequencyInterval,
        NextBillingDate = subscription.NextBillingDate,
    };
}
