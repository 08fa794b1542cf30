using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Offers.Acceptance;

/// <summary>A page is the way to pay where one click is not possible, under the same key. A no ends the offer.</summary>
public sealed class PageAndDeclineTests
{
    private const string Checkout = "POST /checkouts";

    [Fact]
    public async Task Without_a_method_the_customer_pays_on_a_page_that_takes_no_codes()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(customerId: DemoSeed.CustomerWithoutCard);

        var page = Assert.IsType<OfferOutcome.CheckoutRequired>(await shop.AcceptAsync(offer));

        var sent = shop.Wire.LastBody(Checkout);
        Assert.False(sent["feature_flags"]!["allow_discount_code"]!.GetValue<bool>());
        Assert.Equal(OfferState.Accepting, (await shop.RecordAsync()).State);
        Assert.Null(await shop.ReceiptAsync());
        await PayAsync(shop, page.CheckoutUrl);
        Assert.IsType<OfferOutcome.Succeeded>(
            await shop.Flow.FindOutcomeAsync(SubjectIds.OfCustomer(offer.CustomerId), offer.Id)
        );
        Assert.Equal(OfferState.Accepted, (await shop.RecordAsync()).State);
        Assert.Contains("\"paid_on_page\":true", (await shop.ReceiptAsync())!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_expires_before_the_yes_is_not_charged()
    {
        var shop = new OfferShop();
        shop.Wire.OnAnswer[$"GET /customers/{DemoSeed.CustomerWithCards}/payment-methods"] = (_, list) =>
        {
            foreach (var method in list["items"]!.AsArray())
            {
                method!["card"]!["expiry_month"] = shop.Now.Month.ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                );
                method["card"]!["expiry_year"] = shop.Now.Year.ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                );
            }
        };
        var offer = await shop.OfferAsync(expiry: TimeSpan.FromDays(60));
        Assert.NotNull(OfferShop.DisclosureOf(offer).PaymentMethodLabel);
        shop.Emulator.Clock.Advance(TimeSpan.FromDays(40));

        Assert.IsType<OfferOutcome.CheckoutRequired>(await shop.AcceptAsync(offer));

        Assert.DoesNotContain(shop.Emulator.Charges, charge => charge.Metadata.ContainsKey("dodoupsell_key"));
        Assert.Null(shop.Wire.LastBody(Checkout)["payment_method_id"]);
    }

    [Fact]
    public async Task A_declined_card_leads_to_a_page_under_the_same_key()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(customerId: DemoSeed.CustomerWithDecliningCard);

        var declined = Assert.IsType<OfferOutcome.Declined>(await shop.AcceptAsync(offer));

        Assert.NotNull(declined.CheckoutUrl);
        Assert.Equal(OfferState.Accepting, (await shop.RecordAsync()).State);
        await PayAsync(shop, declined.CheckoutUrl);
        await shop.PassAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(OfferState.Accepted, (await shop.RecordAsync()).State);
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_page_that_nobody_pays_on_fails_the_offer_after_it_closed()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(customerId: DemoSeed.CustomerWithoutCard, slot: "purchase:pay_1");
        await shop.AcceptAsync(offer);

        await shop.PassAsync(TimeSpan.FromHours(20), TimeSpan.FromHours(1));
        Assert.Equal(OfferState.Accepting, (await shop.RecordAsync()).State);
        await shop.PassAsync(TimeSpan.FromHours(10), TimeSpan.FromHours(1));

        var failed = await shop.RecordAsync();
        Assert.Equal((OfferState.Failed, OfferFailure.NotCompleted), (failed.State, failed.Failure));
        Assert.Equal("purchase:pay_1", failed.Slot);
        Assert.Null(await shop.ReceiptAsync());
        Assert.IsNotType<OfferOutcome.Succeeded>(
            await shop.Flow.FindOutcomeAsync(SubjectIds.OfCustomer(offer.CustomerId), offer.Id)
        );
    }

    [Fact]
    public async Task A_step_of_the_customer_keeps_the_offer_accepting()
    {
        var shop = new OfferShop();
        shop.Emulator.SaveCard(DemoSeed.CustomerWithoutCard, TestCards.ThreeDSecure);
        var offer = await shop.OfferAsync(customerId: DemoSeed.CustomerWithoutCard);

        var step = await shop.AcceptAsync(offer);

        Assert.True(step is OfferOutcome.ActionRequired or OfferOutcome.Pending, step.ToString());
        Assert.Equal(OfferState.Accepting, (await shop.RecordAsync()).State);
        Assert.IsNotType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));
        Assert.Equal(1, shop.Wire.Count(Checkout));
    }

    [Fact]
    public async Task A_no_ends_the_offer_and_frees_its_placement()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(slot: "place:account:customer");
        await shop.Store.TryUpdateAsync(OfferTransitions.Declined(offer, shop.Now));

        var declined = await shop.RecordAsync();

        Assert.Equal((OfferState.Declined, (string?)null), (declined.State, declined.Slot));
        Assert.IsType<OfferOutcome.NotAvailable>(await shop.AcceptAsync(offer));
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task An_accepted_offer_is_not_declined()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        await shop.AcceptAsync(offer);

        var decision = await shop.Flow.DeclineAsync(OfferShop.Ada, offer.Id);

        Assert.Equal((null, NoOfferReason.AlreadyDecided), (decision!.Offer, decision.NoOffer));
        Assert.Equal(OfferState.Accepted, (await shop.RecordAsync()).State);
    }

    private static async Task PayAsync(OfferShop shop, string url)
    {
        using var browser = new HttpClient(shop.Emulator.CreateHandler());
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["card_number"] = TestCards.Visa,
                ["card_expiry"] = "06/32",
                ["card_cvc"] = "123",
                ["country"] = "US",
                ["email"] = "x@example.test",
                ["name"] = "X",
            }
        );
        using var answer = await browser.PostAsync(new Uri(url), form);
        Assert.True((int)answer.StatusCode < 400, await answer.Content.ReadAsStringAsync());
    }
}
