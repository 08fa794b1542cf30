using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Reports;

/// <summary>Offers and movements of money for reports.</summary>
internal static class TheOffer
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly Currency Usd = Currency.USD;

    public static OfferRecord Made(
        string id,
        OfferState state = OfferState.Accepted,
        string rule = "pro",
        string? variant = null,
        string? experiment = null,
        string? subject = null,
        Currency? currency = null,
        DateTimeOffset? at = null,
        string product = "pdt_pro"
    ) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Id = id,
            SubjectId = subject ?? $"customer:cus_{id}",
            CustomerId = $"cus_{id}",
            RuleId = rule,
            Variant = variant,
            ExperimentKey = experiment,
            Placement = OfferPlacement.PostPurchase,
            State = state,
            MadeAt = at ?? Start,
            ExpiresAt = (at ?? Start) + TimeSpan.FromMinutes(15),
            Shown = new(1000, currency ?? Usd),
            Terms = new OfferTerms
            {
                TextKey = rule,
                ProductIds = [product],
                Disclosure = new()
                {
                    Id = "dsc_1",
                    Culture = "en",
                    Lines = [],
                    DueNow = new(1000, currency ?? Usd),
                    ExpiresAt = Start,
                    AcceptText = "Order with obligation to pay",
                    DeclineText = "No, thanks",
                },
            }.ToJson(),
        };

    public static OfferMoney Paid(
        string paymentId,
        long amount,
        string? offerId = null,
        string? subject = null,
        DateTimeOffset? at = null,
        bool isRenewal = false,
        Currency? currency = null,
        string? product = "pdt_pro"
    ) =>
        Moved(OfferMoneyKind.Payment, paymentId, paymentId, amount, subject, at, currency) with
        {
            OfferId = offerId,
            IsRenewal = isRenewal,
            ProductIds = product is null ? [] : [product],
        };

    public static OfferMoney Moved(
        OfferMoneyKind kind,
        string sourceId,
        string paymentId,
        long amount,
        string? subject = null,
        DateTimeOffset? at = null,
        Currency? currency = null
    ) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            SourceId = sourceId,
            Kind = kind,
            PaymentId = paymentId,
            SubjectId = subject ?? "customer:cus_1",
            Amount = new(amount, currency ?? Usd),
            OccurredAt = at ?? Start,
        };
}
