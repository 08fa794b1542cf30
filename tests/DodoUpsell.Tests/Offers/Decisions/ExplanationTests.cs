using System.Net;
using DodoUpsell.Emulator;

namespace DodoUpsell.Tests.Offers.Decisions;

public sealed class ExplanationTests
{
    private static readonly SubjectIds Ada = SubjectIds.OfCustomer(OfferShop.Customer);

    [Fact]
    public async Task Every_rule_is_offered_or_has_reasons_and_nothing_is_stored_or_priced()
    {
        var shop = Shop();
        var purchase = await shop.BuyAsync();
        shop.Forget();
        var explanation = await shop.Flow.ExplainAsync(Ada, purchase.PaymentId);
        Assert.Equal("second", explanation.OfferedRuleId);
        Assert.Null(explanation.NoOffer);
        Complete(shop, explanation);
        Assert.Equal([OfferReason.Disabled], ReasonsOf(explanation, "first"));
        Assert.Equal([OfferReason.LowerPriority], ReasonsOf(explanation, "third"));
        Assert.Equal([OfferReason.OtherPlacement], ReasonsOf(explanation, "elsewhere"));
        Assert.All(shop.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        Assert.Empty(await shop.Store.ListAsync(DodoEnvironment.Test, explanation.Subject.Id));
        Assert.Empty(await shop.Store.ListAssignmentsAsync(DodoEnvironment.Test, explanation.Subject.Id));
        Assert.Equal("second", (await shop.FindAsync(purchase.PaymentId)).Offer?.RuleId);
    }

    [Fact]
    public async Task A_rule_that_one_fact_excludes_has_its_other_reasons_as_well()
    {
        var shop = Shop();
        await shop.BuyAsync(DemoSeed.Ebook);
        shop.Configure(options =>
            options.Rules[1] = options.Rules[1] with { When = new() { BoughtAnyOf = ["pdt_other"] } }
        );
        var purchase = await shop.BuyAsync();
        var explanation = await shop.Flow.ExplainAsync(Ada, purchase.PaymentId);
        Assert.Equal([OfferReason.NotBought, OfferReason.AlreadyOwned], ReasonsOf(explanation, "second"));
    }

    [Fact]
    public async Task Without_a_purchase_each_rule_counts_at_its_own_placement()
    {
        var shop = Shop();
        var explanation = await shop.Flow.ExplainAsync(Ada);
        Assert.Equal("second", explanation.OfferedRuleId);
        Assert.Equal([OfferReason.OtherPlacement], ReasonsOf(explanation, "elsewhere"));
        Complete(shop, explanation);
    }

    [Fact]
    public async Task An_open_offer_an_answered_one_and_a_holdout_are_explained_as_such()
    {
        var shop = Shop();
        var purchase = await shop.BuyAsync();
        var offer = (await shop.FindAsync(purchase.PaymentId)).Offer!;
        var open = await shop.Flow.ExplainAsync(Ada, purchase.PaymentId);
        Assert.Equal(("second", null), (open.OfferedRuleId, open.NoOffer));
        Assert.Equal(offer.Id, Assert.Single(open.Offers).Id);

        await shop.ChangeAsync(offer.Id, one => one with { State = OfferState.Declined, EndedAt = shop.Now });
        var declined = await shop.Flow.ExplainAsync(Ada, purchase.PaymentId);
        Assert.Equal((null, NoOfferReason.AlreadyDecided), (declined.OfferedRuleId, declined.NoOffer));
        Assert.Contains(OfferReason.CoolOff, ReasonsOf(declined, "second"));
        Complete(shop, declined);
    }

    [Fact]
    public async Task A_holdout_is_expected_without_being_stored()
    {
        var shop = Shop();
        shop.Configure(options =>
            options.Rules[1] = options.Rules[1] with
            {
                Experiment = new()
                {
                    Key = "test",
                    Variants = [new() { Name = "shown", Weight = 0 }, new() { Name = "holdout", IsHoldout = true }],
                },
            }
        );
        var explanation = await shop.Flow.ExplainAsync(Ada, (await shop.BuyAsync()).PaymentId);
        Assert.Equal(NoOfferReason.Holdout, explanation.NoOffer);
        Assert.Equal([OfferReason.Holdout], ReasonsOf(explanation, "second"));
        Assert.Empty(explanation.Assignments);
        Complete(shop, explanation);
    }

    [Fact]
    public async Task A_subject_without_a_customer_and_an_api_that_fails_are_explained()
    {
        var shop = Shop();
        var nobody = await shop.Flow.ExplainAsync(SubjectIds.OfUser("nobody"));
        Assert.Equal(NoOfferReason.NoCustomer, nobody.NoOffer);
        Complete(shop, nobody);

        var purchase = await shop.BuyAsync();
        var foreign = await shop.Flow.ExplainAsync(
            SubjectIds.OfCustomer(DemoSeed.CustomerWithoutCard),
            purchase.PaymentId
        );
        Assert.Equal(NoOfferReason.OtherSubject, foreign.NoOffer);
        Complete(shop, foreign);

        shop.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.Status) { Path = "/payments", Status = HttpStatusCode.Forbidden }
        );
        var failed = await shop.Flow.ExplainAsync(Ada, purchase.PaymentId);
        Assert.Equal(NoOfferReason.FactsUnavailable, failed.NoOffer);
        Complete(shop, failed);
    }

    private static void Complete(OfferShop shop, OfferExplanation explanation)
    {
        Assert.All(explanation.Rules, rule => Assert.False(rule.Reasons.IsEmpty));
        var explained = explanation
            .Rules.Select(rule => rule.RuleId)
            .Concat([explanation.OfferedRuleId])
            .OfType<string>();
        Assert.Equal(shop.Catalogue.Rules.Select(rule => rule.Id).Order(), explained.Order());
    }

    private static OfferReasons ReasonsOf(OfferExplanation explanation, string ruleId) =>
        explanation.Rules.Single(rule => rule.RuleId == ruleId).Reasons;

    private static OfferShop Shop() =>
        new(options =>
        {
            options.Rules.Add(OfferShop.Ebook("first") with { Enabled = false });
            options.Rules.Add(OfferShop.Ebook("second"));
            options.Rules.Add(OfferShop.Ebook("third"));
            options.Rules.Add(OfferShop.Ebook("elsewhere") with { Placement = "account" });
        });
}
