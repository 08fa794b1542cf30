using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.AspNetCore.Tests.Offers;

public sealed class OfferEndpointTests
{
    [Fact]
    public async Task An_offer_is_found_accepted_once_and_its_outcome_read()
    {
        await using var shop = await ShopApp.StartAsync();
        var ada = shop.As(ShopApp.Ada);

        var none = await ada.GetAsync("/upsell/offers/current");
        var found = await ada.GetAsync("/upsell/offers/current?placement=account");
        var current = await ada.GetAsync("/upsell/offers/current");
        var before = await ada.GetAsync($"/upsell/offers/{found["id"]}/outcome");
        var body = $$"""{"disclosureId":"{{found.Json["disclosure"]!["id"]}}"}""";
        var accepted = await ada.PostAsync($"/upsell/offers/{found["id"]}/accept", body);
        var again = await ada.PostAsync($"/upsell/offers/{found["id"]}/accept", body);
        var outcome = await ada.GetAsync($"/upsell/offers/{found["id"]}/outcome");

        Assert.Equal(204, none.Status);
        Assert.Equal(200, found.Status);
        Assert.Equal("ebook", found["textKey"]);
        Assert.Equal(1900, found.Json["disclosure"]!["dueNow"]!["minorUnits"]!.GetValue<long>());
        Assert.Equal(found.Body, current.Body);
        Assert.Equal(404, before.Status);
        Assert.Equal((200, "succeeded"), (accepted.Status, accepted["status"]));
        Assert.Equal(1900, accepted.Json["charged"]!["minorUnits"]!.GetValue<long>());
        Assert.Equal((200, "succeeded"), (again.Status, again["status"]));
        Assert.Equal((200, "succeeded"), (outcome.Status, outcome["status"]));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Two_hundred_clicks_charge_once()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => shop.As(ShopApp.Ada).AcceptAsync(offer)));

        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 202, answer.ToString()));
        Assert.Single(shop.Emulator.Charges);
    }

    // A browser ends the request of the first click when the second one comes.
    [Fact]
    public async Task A_browser_that_left_while_its_order_was_checked_finds_it_paid()
    {
        var api = new Gate();
        var left = new TaskCompletionSource();
        await using var shop = await ShopApp.StartAsync(
            dodo: dodo => dodo.HttpClient.AddHttpMessageHandler(() => api),
            app: app =>
                app.Use(
                    (HttpContext http, RequestDelegate next) =>
                    {
                        http.RequestAborted.Register(() => left.TrySetResult());
                        return next(http);
                    }
                )
        );
        var offer = await shop.OfferAsync();
        var ada = shop.As(ShopApp.Ada);
        api.Close();
        using var browser = new CancellationTokenSource();

        var first = (ada with { Stop = browser.Token }).AcceptAsync(offer);
        await api.Reached;
        await browser.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await left.Task;
        var second = await ada.AcceptAsync(offer);
        api.Open();
        Answer outcome;
        do outcome = await ada.GetAsync($"/upsell/offers/{offer.Id}/outcome");
        while (outcome.Status == 202);

        Assert.Equal((202, "pending"), (second.Status, second["status"]));
        Assert.Equal((200, "succeeded"), (outcome.Status, outcome["status"]));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_no_brings_the_downsell_and_a_second_no_brings_nothing()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var ada = shop.As(ShopApp.Ada);

        var downsell = await ada.PostAsync($"/upsell/offers/{offer.Id}/decline");
        var end = await ada.PostAsync($"/upsell/offers/{downsell["id"]}/decline");
        var late = await ada.AcceptAsync(offer);

        Assert.Equal((200, "ebook-for-less"), (downsell.Status, downsell["textKey"]));
        Assert.Equal(204, end.Status);
        Assert.Equal((404, "offer_declined"), (late.Status, late.Code));
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Another_disclosure_is_answered_with_the_current_one()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var state = await shop.StateAsync();

        var changed = await shop.As(ShopApp.Ada).AcceptAsync(offer, "dsc_0000");

        Assert.Equal((409, "changed"), (changed.Status, changed["status"]));
        Assert.Equal(offer.Disclosure.Id, changed.Json["offer"]!["disclosure"]!["id"]!.GetValue<string>());
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task A_decline_says_nothing_of_its_code()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync(ShopApp.Ben);

        var declined = await shop.As(ShopApp.Ben).AcceptAsync(offer);

        Assert.Equal(200, declined.Status);
        Assert.Contains(declined["status"], (string[])["declined", "checkout_required"]);
        Assert.DoesNotContain("GENERIC_DECLINE", declined.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_charge_under_way_is_answered_with_202_and_polled()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        shop.Emulator.AddFault(new(EmulatedFaultKind.DropAfterCommit) { Method = "POST", Path = "/checkouts" });
        shop.Emulator.AddFault(
            new(EmulatedFaultKind.Status)
            {
                Method = "GET",
                Path = "/payments",
                Times = 1000,
            }
        );
        var ada = shop.As(ShopApp.Ada);

        var pending = await ada.AcceptAsync(offer);
        shop.Emulator.ClearFaults();
        var polled = await ada.GetAsync($"/upsell/offers/{offer.Id}/outcome");

        Assert.Equal((202, "pending"), (pending.Status, pending["status"]));
        Assert.True(polled.Status is 200 or 202, polled.ToString());
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task An_api_that_cannot_be_reached_is_503_and_the_offer_stays_open()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        shop.Emulator.AddFault(new(EmulatedFaultKind.DropBefore) { Times = 100 });

        var failed = await shop.As(ShopApp.Ada).AcceptAsync(offer);
        shop.Emulator.ClearFaults();

        Assert.Equal((503, "payments_unavailable"), (failed.Status, failed.Code));
        Assert.Empty(shop.Emulator.Charges);
        Assert.Equal(OfferState.Open, (await shop.Offers.FindAsync(SubjectIds.OfUser(ShopApp.Ada), offer.Id))!.State);
    }

    [Fact]
    public async Task After_a_purchase_the_offer_of_its_webhook_is_current()
    {
        await using var shop = await ShopApp.StartAsync(offers: offers =>
            offers.Rule("ebook", rule => rule.WhenBought(DemoSeed.Course).Sell(DemoSeed.Ebook))
        );
        var session = await shop.Dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = DemoSeed.Course, Quantity = 1 }],
                Customer = CustomerReference.Existing(DemoSeed.CustomerWithCards),
                BillingAddress = new() { Country = new CountryCode("US"), Zipcode = "94107" },
                PaymentMethodId = DemoSeed.GoodCard,
                Confirm = true,
            }
        );
        await shop.Offers.FindOfferAsync(new() { PaymentId = session.PaymentId! });

        var mine = await shop.As(ShopApp.Ada).GetAsync("/upsell/offers/current?placement=post-purchase");
        var bens = await shop.As(ShopApp.Ben).GetAsync("/upsell/offers/current");
        var named = await shop.As(ShopApp.Ben).GetAsync($"/upsell/offers/current?paymentId={session.PaymentId}");

        Assert.Equal((200, "ebook"), (mine.Status, mine["textKey"]));
        Assert.Equal((204, 204), (bens.Status, named.Status));
    }
}
