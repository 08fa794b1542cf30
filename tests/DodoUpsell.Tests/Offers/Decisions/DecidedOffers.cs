using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

/// <summary>Records of offers as memory reads them.</summary>
internal static class DecidedOffers
{
    public static OfferRecord Of(
        string ruleId,
        OfferState state,
        DateTimeOffset madeAt,
        IReadOnlyList<string>? products = null,
        IReadOnlyList<string>? codes = null
    ) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Id = $"ofr_{ruleId}_{madeAt.UtcTicks}",
            SubjectId = "customer:cus",
            CustomerId = "cus",
            RuleId = ruleId,
            Placement = OfferPlacement.PostPurchase,
            State = state,
            MadeAt = madeAt,
            ExpiresAt = madeAt.AddMinutes(15),
            Shown = new(1000, Currency.USD),
            Terms = Terms(products ?? ["sold"], codes ?? []).ToJson(),
        };

    public static OfferTerms Terms(IReadOnlyList<string> products, IReadOnlyList<string> codes) =>
        new()
        {
            Disclosure = new()
            {
                Id = "dsc",
                Culture = "en",
                Lines = [],
                DueNow = new(1000, Currency.USD),
                ExpiresAt = EvaluatorRows.Now.AddMinutes(15),
                AcceptText = "Order with obligation to pay",
                DeclineText = "No, thanks",
            },
            TextKey = "text",
            ProductIds = products,
            DiscountCodes = codes,
            Items = [.. products.Select(id => new CheckoutItem { ProductId = id, Quantity = 1 })],
        };
}
