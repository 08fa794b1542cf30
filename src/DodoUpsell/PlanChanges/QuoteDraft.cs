namespace DodoUpsell.PlanChanges;

/// <summary>Builds a quote from the data that was read. Amounts are copied unchanged.</summary>
internal sealed class QuoteDraft(ResolvedPlanChange change, PlanPreview preview, QuoteLabels labels)
{
    private Subscription Present => change.Subscription;

    public PlanChangeQuote ToQuote(string id, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        var summary = preview.Summary;
        var (due, credits, zero) = (preview.Total, preview.Credits, Money.Zero(preview.Total.Currency));
        var dueNow = change.Request.IsScheduled ? zero : due;
        return new PlanChangeQuote
        {
            Id = id,
            Request = change.Request,
            CustomerId = Present.Customer?.CustomerId ?? "",
            Kind = labels.Kind,
            From = Plan(Present, labels.FromName),
            To = Plan(preview.NewPlan, labels.ToName) with
            {
                ProductId = change.ProductId,
                Quantity = change.Quantity,
                Addons = change.Addons,
            },
            Mode = change.Mode,
            EffectiveAt = preview.Charge.EffectiveAt,
            Lines = preview.Charge.LineItems,
            DueNow = dueNow,
            DueAtEffect = due,
            Tax = summary.Tax is > 0 ? summary.TaxMoney : null,
            CreditGranted = credits.MinorUnits > 0 && due.IsZero ? credits : zero,
            CreditUsed = credits.MinorUnits < 0 ? -credits : zero,
            MinimumTopUp = credits.MinorUnits > 0 && due.MinorUnits > 0 ? credits : zero,
            DiscountsKept = change.PresentCodes.Where(code => PlanParts.Contains(preview.Codes, code)).ToList(),
            DiscountsLost = preview.Lost,
            DiscountsAdded = preview.Codes.Where(code => !PlanParts.Contains(change.PresentCodes, code)).ToList(),
            DiscountsEnding = (preview.NewPlan.Discounts ?? [])
                .Where(discount => discount.CyclesRemaining is not null)
                .Select(discount => discount.Code)
                .ToList(),
            CodesToSend = preview.CodesSent,
            PaymentMethodLabel = dueNow.IsZero || change.Request.CollectViaPaymentLink ? null : labels.MethodLabel,
            PaymentMethodId = Present.PaymentMethodId,
            IssuedAt = now,
            ExpiresAt = expiresAt,
        };
    }

    private static QuotedPlan Plan(Subscription subscription, string? name) =>
        new()
        {
            ProductId = subscription.ProductId,
            Name = name,
            Quantity = subscription.Quantity,
            Addons = AddonSelection.Keep.From(subscription.Addons),
            DiscountCodes = (subscription.Discounts ?? [])
                .OrderBy(discount => discount.Position)
                .Select(discount => discount.Code)
                .ToList(),
            Recurring = subscription.RecurringPreTax,
            TaxInclusive = subscription.TaxInclusive,
            IntervalCount = subscription.PaymentFrequencyCount,
            Interval = subscription.PaymentFrequencyInterval,
            NextBillingDate = subscription.NextBillingDate,
        };
}
