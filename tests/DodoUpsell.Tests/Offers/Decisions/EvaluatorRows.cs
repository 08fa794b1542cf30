using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using static DodoUpsell.OfferReason;

namespace DodoUpsell.Tests.Offers.Decisions;

/// <summary>The rule, the facts and the reasons of one row of the decision table.</summary>
internal sealed record EvaluatorRow(string Name, OfferRule Rule, OfferFacts Facts, params OfferReason[] Expected)
{
    public IReadOnlyList<OfferFamily> Families { get; init; } = [new("plans", ["basic", "pro"])];

    public override string ToString() => Name;
}

/// <summary>The decision table of rules: each condition as it holds and as it does not.</summary>
internal static class EvaluatorRows
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly Money TenDollars = new(1000, Currency.USD);

    public static IReadOnlyList<EvaluatorRow> All { get; } =
    [
        new("nothing against it", Rule, Facts),
        new("disabled", Rule with { Enabled = false }, Facts, Disabled),
        new("starts later", Rule with { StartsAt = Now.AddSeconds(1) }, Facts, NotStarted),
        new("starts now", Rule with { StartsAt = Now }, Facts),
        new("ends now", Rule with { EndsAt = Now }, Facts, Ended),
        new("ends later", Rule with { EndsAt = Now.AddSeconds(1) }, Facts),
        new("another placement", Rule with { Placement = "account" }, Facts, OtherPlacement),
        new("another placement, as a downsell", Rule with { Placement = "account" }, Facts with { IsDownsell = true }),
        new("only as a downsell", Rule with { OnlyAsDownsell = true }, Facts, OnlyAsDownsell),
        new("only as a downsell, as one", Rule with { OnlyAsDownsell = true }, Facts with { IsDownsell = true }),
        new("paused", Rule, Facts with { Paused = Set("rule") }, Paused),
        new("expiry is over", Rule with { Expiry = TimeSpan.FromMinutes(5) }, Facts, TooLate),
        new("not bought", When(new() { BoughtAnyOf = ["other"] }), Facts, NotBought),
        new("bought one of", When(new() { BoughtAnyOf = ["other", "course"] }), Facts),
        new("bought not all of", When(new() { BoughtAllOf = ["other", "course"] }), Facts, NotBought),
        new("bought all of", When(new() { BoughtAllOf = ["course"] }), Facts),
        new("owned, but not bought now", When(new() { BoughtAnyOf = ["owned"] }), Facts, NotBought),
        new("owned, without a purchase", When(new() { BoughtAnyOf = ["owned"] }), WithoutPurchase),
        new("subscribed, without a purchase", When(new() { BoughtAllOf = ["owned", "live"] }), WithoutPurchase),
        new("not owned, without a purchase", When(new() { BoughtAnyOf = ["other"] }), WithoutPurchase, NotBought),
        new("bought what excludes", When(new() { NoneOf = ["course"] }), Facts, ExcludedProduct),
        new("owns what excludes", When(new() { NoneOf = ["owned"] }), Facts, ExcludedProduct),
        new("subscribed to what excludes", When(new() { NoneOf = ["live"] }), Facts, ExcludedProduct),
        new("nothing that excludes", When(new() { NoneOf = ["other"] }), Facts),
        new("amount too low", When(new() { MinimumAmount = new(1001, Currency.USD) }), Facts, AmountTooLow),
        new("amount just enough", When(new() { MinimumAmount = TenDollars, MaximumAmount = TenDollars }), Facts),
        new("amount too high", When(new() { MaximumAmount = new(999, Currency.USD) }), Facts, AmountTooHigh),
        new("minimum in euros", When(new() { MinimumAmount = new(1, Currency.EUR) }), Facts, OtherCurrency),
        new("maximum in euros", When(new() { MaximumAmount = new(9999, Currency.EUR) }), Facts, OtherCurrency),
        new("euros only", When(new() { Currencies = [Currency.EUR] }), Facts, OtherCurrency),
        new("dollars only", When(new() { Currencies = [Currency.EUR, Currency.USD] }), Facts),
        new("an amount, without a purchase", When(new() { MinimumAmount = TenDollars }), WithoutPurchase, FactsUnknown),
        new("first, but there were others", When(new() { FirstPurchase = true }), WithHistory, NotFirstPurchase),
        new("first", When(new() { FirstPurchase = true }), Facts),
        new("first, without a purchase", When(new() { FirstPurchase = true }), WithoutPurchase, NotFirstPurchase),
        new("not first, but it is", When(new() { FirstPurchase = false }), Facts, FirstPurchase),
        new("not first", When(new() { FirstPurchase = false }), WithHistory),
        new("refund too recent", When(new() { NoRefundFor = Days(10) }), RefundedAgo(Days(9)), RecentRefund),
        new("refund long ago", When(new() { NoRefundFor = Days(10) }), RefundedAgo(Days(10))),
        new("refund in the future", When(new() { NoRefundFor = Days(10) }), RefundedAgo(Days(-1)), RecentRefund),
        new("refunds do not matter", Rule, RefundedAgo(Days(0))),
        new("dispute too recent", Rule, Facts with { LastDisputeAt = Now - Days(364) }, Disputed),
        new("dispute long ago", Rule, Facts with { LastDisputeAt = Now - Days(365) }),
        new("dispute is open", Rule, Facts with { LastDisputeAt = Now - Days(999), HasOpenDispute = true }, Disputed),
        new("disputes do not matter", When(new() { NoDisputeFor = null }), Facts with { HasOpenDispute = true }),
        new("another country", When(new() { Countries = [new("DE")] }), Facts, OtherCountry),
        new("the country", When(new() { Countries = [new("DE"), new("US")] }), Facts),
        new("no country", When(new() { Countries = [new("US")] }), Facts with { Address = null }, OtherCountry),
        new("not in the audience", When(new() { Audiences = ["vip", "new"] }), Facts, NotInAudience),
        new("in the audience", When(new() { Audiences = ["vip"] }), Facts),
        new("audience unknown", When(new() { Audiences = ["vip", "unknown"] }), Facts, AudienceUnknown),
        new("owned", Selling("owned"), Facts, AlreadyOwned),
        new("bought with the purchase", Selling("course"), Facts, AlreadyOwned),
        new("owned, offered again", Selling("owned") with { OfferAgain = true }, Facts),
        new("subscribed", Selling("live") with { OfferAgain = true }, Facts, AlreadyOwned),
        new(
            "subscribed from the next renewal",
            Selling("soon"),
            Facts with
            {
                Subscriptions = [Live("basic") with { ScheduledProductId = "soon" }],
            },
            AlreadyOwned
        ),
        new("replaces a plan", Selling("pro"), Having("basic")),
        new(
            "replaces one of two plans",
            Selling("pro"),
            Facts with
            {
                Subscriptions = [Live("basic"), Live("basic") with { Id = "2" }],
            },
            SeveralPlansToChange
        ),
        new(
            "replaces a plan on hold",
            Selling("pro"),
            Facts with
            {
                Subscriptions = [Live("basic") with { IsChangeable = false }],
            },
            PlanNotChangeable
        ),
        new(
            "replaces a plan with a cart",
            new()
            {
                Id = "rule",
                Sale = new OfferedSale.Products { Items = [Item("pro"), Item("ebook")] },
            },
            Having("basic"),
            PlanNotChangeable
        ),
        new("changes no plan", Changing(), Facts, NoPlanToChange),
        new("changes the plan", Changing(), Having("basic")),
        new("changes the plan to what it is", Changing(), Having("pro"), AlreadyOwned),
        new(
            "changes one of two plans",
            Changing(),
            Facts with
            {
                Subscriptions = [Live("basic"), Live("basic") with { Id = "2" }],
            },
            SeveralPlansToChange
        ),
        new(
            "changes a plan that ends",
            Changing(),
            Facts with
            {
                Subscriptions = [Live("basic") with { IsChangeable = false }],
            },
            PlanNotChangeable
        ),
        new(
            "changes a plan beside one of the family",
            Changing("live"),
            Facts with
            {
                Subscriptions = [Live("live"), Live("basic") with { Id = "2" }],
            },
            SeveralPlansToChange
        ),
        new("changes only another plan", Changing("live"), Having("basic"), NoPlanToChange),
        new("more seats", Seats(5), Facts with { Subscriptions = [Live("pro") with { Quantity = 2 }] }),
        new("fewer seats", Seats(5), Facts with { Subscriptions = [Live("pro") with { Quantity = 6 }] }, AlreadyOwned),
        new("an add-on without the plan", Addon, Facts, NoPlanToChange),
        new("an add-on", Addon, Facts with { Subscriptions = [Live("basic") with { Addons = [] }] }),
        new(
            "an add-on that they have",
            Addon,
            Facts with
            {
                Subscriptions = [Live("basic") with { Addons = [new() { AddonId = "addon", Quantity = 2 }] }],
            },
            AlreadyOwned
        ),
        new(
            "more of an add-on",
            Addon,
            Facts with
            {
                Subscriptions = [Live("basic") with { Addons = [new() { AddonId = "addon", Quantity = 1 }] }],
            }
        ),
        new("an add-on, without knowing the others", Addon, Having("basic"), FactsUnknown),
        new(
            "an add-on for one of two plans",
            Addon,
            Facts with
            {
                Subscriptions = [Live("basic") with { Addons = [] }, Live("basic") with { Id = "2", Addons = [] }],
            },
            SeveralPlansToChange
        ),
        new("a no inside the cool-off", Rule, Remembering(Declined(Days(29))), CoolOff),
        new("a no before the cool-off", Rule, Remembering(Declined(Days(30)))),
        new("a no in the future", Rule, Remembering(Declined(Days(-1))), CoolOff),
        new(
            "the last no counts",
            Rule,
            Remembering(Declined(Days(40)), Declined(Days(1)), Declined(Days(50))),
            CoolOff
        ),
        new("an expired offer is no no", Rule, Remembering(Declined(Days(1)) with { State = OfferState.Expired })),
        new("a no to another rule", Rule, Remembering(Declined(Days(1)) with { RuleId = "other" })),
        new("cap reached", Rule with { Cap = new(2) }, Remembering(Declined(Days(99)), Declined(Days(98))), CapReached),
        new("cap not reached", Rule with { Cap = new(3) }, Remembering(Declined(Days(99)), Declined(Days(98)))),
        new("cap of a period", Rule with { Cap = new(1, Days(99)) }, Remembering(Declined(Days(98))), CapReached),
        new("before the period of a cap", Rule with { Cap = new(1, Days(98)) }, Remembering(Declined(Days(98)))),
        new("a charge is pending", Rule, Facts with { IsChargePending = true }, ChargePending),
        new(
            "an offer is being accepted",
            Rule,
            Remembering(Accepted() with { State = OfferState.Accepting }),
            ChargePending
        ),
        new("code has ended", Discounted(new() { Code = "X", EndsAt = Now }), Facts, DiscountNotAllowed),
        new("code has not ended", Discounted(new() { Code = "X", EndsAt = Now.AddTicks(1) }), Facts),
        new("code used", Discounted(new() { Code = "save" }), Remembering(Accepted("SAVE")), DiscountNotAllowed),
        new(
            "code used and refunded",
            Discounted(new() { Code = "SAVE" }),
            Remembering(Accepted("SAVE") with { State = OfferState.Failed, Failure = OfferFailure.Refunded }),
            DiscountNotAllowed
        ),
        new(
            "code used once of two times",
            Discounted(new() { Code = "SAVE", UsesPerSubject = 2 }),
            Remembering(Accepted("SAVE"))
        ),
        new(
            "code without a limit",
            Discounted(new() { Code = "SAVE", UsesPerSubject = null }),
            Remembering(Accepted("SAVE"))
        ),
        new("code used with the purchase", Discounted(new() { Code = "paid" }), Facts, DiscountNotAllowed),
        new(
            "code for first-time buyers",
            Discounted(new() { Code = "X", FirstTimeBuyersOnly = true }),
            WithHistory,
            DiscountNotAllowed
        ),
        new("code for a first-time buyer", Discounted(new() { Code = "X", FirstTimeBuyersOnly = true }), Facts),
        new("payments unknown", Rule, Missing(OfferFact.Payments), FactsUnknown),
        new("owned products unknown", Rule, Missing(OfferFact.Owned), FactsUnknown),
        new("owned products not needed", Rule with { OfferAgain = true }, Missing(OfferFact.Owned)),
        new("subscriptions unknown", Rule with { OfferAgain = true }, Missing(OfferFact.Subscriptions), FactsUnknown),
        new("the plan is not known", Changing(), Missing(OfferFact.Subscriptions), FactsUnknown),
        new("refunds unknown", When(new() { NoRefundFor = Days(1) }), Missing(OfferFact.Refunds), FactsUnknown),
        new("refunds not needed", Rule, Missing(OfferFact.Refunds)),
        new("disputes unknown", Rule, Missing(OfferFact.Disputes), FactsUnknown),
        new("address unknown", When(new() { Countries = [new("US")] }), Missing(OfferFact.Address), FactsUnknown),
        new(
            "products unknown",
            When(new() { BoughtAnyOf = ["other"] }),
            Missing(OfferFact.PurchaseProducts),
            FactsUnknown
        ),
        new("products known in part", When(new() { BoughtAnyOf = ["course"] }), Missing(OfferFact.PurchaseProducts)),
        new(
            "excluding products known in part",
            When(new() { NoneOf = ["other"] }),
            Missing(OfferFact.PurchaseProducts),
            FactsUnknown
        ),
        new(
            "known reasons come with the unknown",
            Rule with
            {
                Enabled = false,
            },
            Missing(OfferFact.Payments),
            Disabled,
            FactsUnknown
        ),
        new(
            "what was not asked for is no reason",
            Rule with
            {
                Enabled = false,
            },
            Facts with
            {
                Known = OfferFact.None,
            },
            Disabled
        ),
        new("what was not asked for is not offered", Rule, Facts with { Known = OfferFact.None }, FactsUnknown),
        new(
            "every reason",
            Rule with
            {
                Enabled = false,
                EndsAt = Now,
                Cap = new(1),
            },
            Remembering(Declined(Days(1))) with
            {
                IsChargePending = true,
            },
            Disabled,
            Ended,
            CoolOff,
            CapReached,
            ChargePending
        ),
    ];

    private static OfferRule Rule => Selling("ebook");

    private static OfferRule Addon =>
        new()
        {
            Id = "rule",
            Sale = new OfferedSale.Addon
            {
                AddonId = "addon",
                Quantity = 2,
                For = ["basic"],
            },
        };

    // A course was bought for 10 dollars ten minutes ago, in the US. Something else is owned and subscribed to.
    public static OfferFacts Facts =>
        new()
        {
            Now = Now,
            Placement = OfferPlacement.PostPurchase,
            Known = OfferFact.All,
            Purchase = new()
            {
                At = Now.AddMinutes(-10),
                ProductIds = ["course"],
                Amount = TenDollars,
                Codes = ["PAID"],
            },
            Owned = Set("owned", "course"),
            Subscriptions = [Live("live")],
            Address = new() { Country = new("US") },
            Audiences = new Dictionary<string, bool> { ["vip"] = true, ["new"] = false },
        };

    private static OfferFacts WithoutPurchase => Facts with { Purchase = null };

    private static OfferFacts WithHistory => Facts with { PreviousPurchases = 1 };

    private static OfferRule Selling(string productId) =>
        new()
        {
            Id = "rule",
            Sale = new OfferedSale.Products { Items = [Item(productId)] },
        };

    private static OfferRule When(OfferTrigger when) => Rule with { When = when };

    private static OfferRule Changing(params string[] from) =>
        new()
        {
            Id = "rule",
            Sale = new OfferedSale.PlanChange { ProductId = "pro", From = from },
        };

    private static OfferRule Seats(int quantity) =>
        new()
        {
            Id = "rule",
            Sale = new OfferedSale.PlanChange
            {
                ProductId = "pro",
                From = ["pro"],
                Quantity = quantity,
            },
        };

    private static OfferRule Discounted(OfferDiscount discount) => Rule with { Discounts = [discount] };

    private static CheckoutItem Item(string productId) => new() { ProductId = productId, Quantity = 1 };

    private static SubscriptionFacts Live(string productId) =>
        new()
        {
            Id = "1",
            CustomerId = "cus",
            ProductId = productId,
        };

    private static OfferFacts Having(string productId) => Facts with { Subscriptions = [Live(productId)] };

    private static OfferFacts RefundedAgo(TimeSpan time) => Facts with { LastRefundAt = Now - time };

    private static OfferFacts Missing(OfferFact fact) => Facts with { Known = OfferFact.All & ~fact, Unknown = fact };

    private static OfferFacts Remembering(params OfferRecord[] offers) =>
        Facts with
        {
            Memory = OfferMemory.Of(offers),
        };

    private static OfferRecord Declined(TimeSpan ago) =>
        DecidedOffers.Of("rule", OfferState.Declined, Now - ago) with
        {
            EndedAt = Now - ago,
        };

    private static OfferRecord Accepted(params string[] codes) =>
        DecidedOffers.Of("other", OfferState.Accepted, Now.AddDays(-1), codes: codes);

    private static HashSet<string> Set(params string[] ids) => [.. ids];

    private static TimeSpan Days(int days) => TimeSpan.FromDays(days);
}
