using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Offers.Disclosure;

/// <summary>A plan change is disclosed by the quote that accepting confirms.</summary>
public sealed class PlanChangeDisclosureTests
{
    [Fact]
    public async Task An_upgrade_shows_what_is_due_what_recurs_and_the_difference()
    {
        var shop = new OfferShop();

        var terms = await shop.DiscloseAsync(shop.Candidate(OfferShop.ToPro));

        var shown = terms.Disclosure;
        Assert.Equal(Usd(5000), shown.DueNow);
        Assert.Equal(Usd(8000), shown.Recurrence!.Amount);
        Assert.Equal(Usd(5000), shown.DifferenceToPlan);
        Assert.Equal("Visa •••• 4242", shown.PaymentMethodLabel);
        Assert.Equal(
            [
                OfferLineKind.Item,
                OfferLineKind.Total,
                OfferLineKind.Recurrence,
                OfferLineKind.Difference,
                OfferLineKind.PaymentMethod,
            ],
            shown.Lines.Select(line => line.Kind)
        );
        var quote = PlanChangeQuote.Parse(terms.Quote!);
        Assert.Equal("ofr_shown", quote.Id);
        Assert.Equal(quote.Key, terms.KeyOf("ofr_shown"));
        Assert.Equal("ofr_shown", OfferSettler.OfferIdOf(quote.Key));
    }

    [Fact]
    public async Task A_plan_of_another_interval_has_no_difference()
    {
        var shop = new OfferShop();
        shop.Wire.OnAnswer[$"POST /subscriptions/{DemoSeed.BasicSubscription}/change-plan/preview"] = (_, preview) =>
            preview["new_plan"]!["payment_frequency_interval"] = "Year";

        var shown = (await shop.DiscloseAsync(shop.Candidate(OfferShop.ToPro))).Disclosure;

        Assert.Null(shown.DifferenceToPlan);
        Assert.DoesNotContain(shown.Lines, line => line.Kind == OfferLineKind.Difference);
    }

    [Fact]
    public async Task A_scheduled_change_shows_that_nothing_is_due_now_and_what_is_due_then()
    {
        var shop = new OfferShop();
        var later = OfferShop.ToPro.Request with { Timing = PlanChangeTiming.NextBillingDate };

        var shown = (await shop.DiscloseAsync(shop.Candidate(new ResolvedSale.Change(later)))).Disclosure;

        Assert.True(shown.DueNow.IsZero);
        Assert.Equal(2, shown.Lines.Count(line => line.Kind == OfferLineKind.Recurrence));
        Assert.Contains(shown.Lines, line => line.Text.StartsWith("Charged on ", StringComparison.Ordinal));
        Assert.Null(shown.Tax);
    }

    [Fact]
    public async Task An_addon_is_shown_by_its_name()
    {
        var shop = new OfferShop();
        var request = new PlanChangeRequest
        {
            SubscriptionId = DemoSeed.BasicSubscription,
            Addons = AddonSelection.Set(DemoSeed.SeatAddon, 2),
        };

        var terms = await shop.DiscloseAsync(shop.Candidate(new ResolvedSale.Change(request)));

        var items = terms.Disclosure.Lines.Where(line => line.Kind == OfferLineKind.Item).ToList();
        Assert.Equal(2, items.Count);
        Assert.StartsWith("2 × ", items[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoSeed.SeatAddon, items[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_downgrade_shows_its_credit_and_the_discounts_that_end()
    {
        var shop = new OfferShop();
        shop.Emulator.PutSubscription(
            DemoSeed.BasicSubscription,
            new()
            {
                ["customer_id"] = DemoSeed.CustomerWithCards,
                ["product_id"] = DemoSeed.ProPlan,
                ["payment_method_id"] = DemoSeed.GoodCard,
            }
        );
        var down = new PlanChangeRequest
        {
            SubscriptionId = DemoSeed.BasicSubscription,
            ProductId = DemoSeed.BasicPlan,
        };

        var shown = (await shop.DiscloseAsync(shop.Candidate(new ResolvedSale.Change(down)))).Disclosure;

        Assert.Equal(Usd(5000), shown.CreditGranted);
        Assert.Equal(Usd(-5000), shown.DifferenceToPlan);
        Assert.Contains(shown.Lines, line => line.Kind == OfferLineKind.Credit && line.Amount == Usd(5000));
        Assert.Contains(shown.Lines, line => line.Text.Contains(" less every month ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_that_is_refused_or_has_no_price_is_not_offered()
    {
        var shop = new OfferShop();
        var same = OfferShop.ToPro.Request with { ProductId = DemoSeed.BasicPlan };
        var unknown = OfferShop.ToPro.Request with { SubscriptionId = "sub_unknown" };

        Assert.Equal(OfferReason.RefusedByApi, await WhyNotAsync(shop, same));
        Assert.Equal(OfferReason.RefusedByApi, await WhyNotAsync(shop, unknown));
        shop.Wire.OnAnswer[$"POST /subscriptions/{DemoSeed.BasicSubscription}/change-plan/preview"] = (_, preview) =>
            preview["immediate_charge"]!["summary"]!.AsObject().Remove("total_amount");
        Assert.Equal(OfferReason.PriceUnknown, await WhyNotAsync(shop, OfferShop.ToPro.Request));
    }

    private static async Task<OfferReason?> WhyNotAsync(OfferShop shop, PlanChangeRequest request) =>
        (await shop.Discloser.DiscloseAsync(shop.Candidate(new ResolvedSale.Change(request)), "ofr_1", default)).WhyNot;

    private static Money Usd(long cents) => new(cents, Currency.USD);
}
