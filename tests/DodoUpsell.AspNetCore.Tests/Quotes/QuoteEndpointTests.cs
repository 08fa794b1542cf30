using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.AspNetCore.Tests.Quotes;

public sealed class QuoteEndpointTests
{
    private static readonly string Quotes = $"/upsell/subscriptions/{DemoSeed.BasicSubscription}/quotes";

    private const string ToPro = $$"""{"productId":"{{DemoSeed.ProPlan}}"}""";

    [Fact]
    public async Task A_quote_is_shown_confirmed_once_and_repeated_with_the_same_outcome()
    {
        await using var shop = await ShopApp.StartAsync();
        var ada = shop.As(ShopApp.Ada);

        var quote = await ada.PostAsync(Quotes, ToPro);
        var first = await ada.PostAsync($"/upsell/quotes/{quote["id"]}/confirm");
        var again = await ada.PostAsync($"/upsell/quotes/{quote["id"]}/confirm");
        shop.Emulator.Clock.Advance(TimeSpan.FromDays(1));
        var nextDay = await ada.PostAsync($"/upsell/quotes/{quote["id"]}/confirm");

        Assert.Equal((200, "upgrade"), (quote.Status, quote["kind"]));
        Assert.Contains("You pay", quote["description"], StringComparison.Ordinal);
        Assert.Equal((200, "succeeded"), (first.Status, first["status"]));
        Assert.Equal(quote.Json["dueNow"]!.ToJsonString(), first.Json["charged"]!.ToJsonString());
        Assert.Equal(first.Body, again.Body);
        Assert.Equal(first.Body, nextDay.Body);
        Assert.Single(shop.Emulator.Charges);
        Assert.Equal(DemoSeed.ProPlan, (await shop.Dodo.Subscriptions.GetAsync(DemoSeed.BasicSubscription)).ProductId);
    }

    [Fact]
    public async Task Fifty_clicks_change_the_plan_once()
    {
        await using var shop = await ShopApp.StartAsync();
        var quote = await shop.As(ShopApp.Ada).PostAsync(Quotes, ToPro);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => shop.As(ShopApp.Ada).PostAsync($"/upsell/quotes/{quote["id"]}/confirm"))
        );

        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 202, answer.ToString()));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_price_that_rose_is_409_with_a_new_quote_that_can_be_confirmed()
    {
        await using var shop = await ShopApp.StartAsync();
        var ada = shop.As(ShopApp.Ada);
        var quote = await ada.PostAsync(Quotes, ToPro);
        shop.Emulator.PutProduct(
            DemoSeed.ProPlan,
            new()
            {
                ["name"] = "Pro",
                ["price"] = new System.Text.Json.Nodes.JsonObject
                {
                    ["type"] = "recurring_price",
                    ["price"] = 9000,
                    ["currency"] = "USD",
                },
            }
        );

        var changed = await ada.PostAsync($"/upsell/quotes/{quote["id"]}/confirm");
        Assert.Empty(shop.Emulator.Charges);
        var confirmed = await ada.PostAsync($"/upsell/quotes/{changed.Json["quote"]!["id"]}/confirm");

        Assert.Equal((409, "changed"), (changed.Status, changed["status"]));
        Assert.NotEqual(quote["id"], changed.Json["quote"]!["id"]!.GetValue<string>());
        Assert.Equal((200, "succeeded"), (confirmed.Status, confirmed["status"]));
    }

    [Fact]
    public async Task An_expired_quote_is_refused_and_nothing_changes()
    {
        await using var shop = await ShopApp.StartAsync();
        var ada = shop.As(ShopApp.Ada);
        var quote = await ada.PostAsync(Quotes, ToPro);
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(20));
        var state = await shop.StateAsync();

        var expired = await ada.PostAsync($"/upsell/quotes/{quote["id"]}/confirm");
        shop.Emulator.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal((200, "refused"), (expired.Status, expired["status"]));
        Assert.DoesNotContain("Preview", expired.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(state, await shop.StateAsync());
    }

    [Theory]
    [InlineData("""{"productId":"pdt_demo_friends"}""", "plan_not_offered")]
    [InlineData("""{"productId":"pdt_demo_course"}""", "plan_not_offered")]
    [InlineData("""{"productId":"../pdt"}""", "invalid_request")]
    [InlineData("""{}""", "invalid_request")]
    [InlineData("""{"quantity":0}""", "invalid_request")]
    [InlineData("""{"quantity":-3}""", "invalid_request")]
    [InlineData("""{"quantity":2.5}""", "invalid_request")]
    [InlineData("""{"quantity":99999999999}""", "invalid_request")]
    [InlineData("""{"productId":"pdt_demo_pro","timing":"never"}""", "invalid_request")]
    public async Task Only_what_the_seller_offers_is_quoted(string body, string code)
    {
        await using var shop = await ShopApp.StartAsync();
        var state = await shop.StateAsync();

        var answer = await shop.As(ShopApp.Ada).PostAsync(Quotes, body);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task A_customer_cannot_choose_the_mode_or_the_discount()
    {
        await using var shop = await ShopApp.StartAsync();
        var ada = shop.As(ShopApp.Ada);

        var plain = await ada.PostAsync(Quotes, ToPro);
        var wished = await ada.PostAsync(
            Quotes,
            $$"""
            {"productId":"{{DemoSeed.ProPlan}}","mode":"do_not_bill","prorationBillingMode":"do_not_bill",
             "discounts":["{{DemoSeed.DiscountCode}}"],"discountCodes":["{{DemoSeed.DiscountCode}}"],"dueNow":{"minorUnits":0} }
            """
        );

        Assert.Equal(plain.Json["dueNow"]!.ToJsonString(), wished.Json["dueNow"]!.ToJsonString());
    }

    [Fact]
    public async Task The_app_completes_or_refuses_a_wish_but_cannot_move_it_to_another_subscription()
    {
        await using var shop = await ShopApp.StartAsync(options =>
            options.ReviewPlanChange = wish =>
                wish.Quantity > 1
                    ? null
                    : wish with
                    {
                        SubscriptionId = "sub_other",
                        Timing = PlanChangeTiming.NextBillingDate,
                    }
        );
        var ada = shop.As(ShopApp.Ada);

        var scheduled = await ada.PostAsync(Quotes, ToPro);
        var refused = await ada.PostAsync(Quotes, """{"quantity":2}""");

        Assert.Equal(DemoSeed.BasicSubscription, scheduled["subscriptionId"]);
        Assert.Equal(0, scheduled.Json["dueNow"]!["minorUnits"]!.GetValue<long>());
        Assert.Equal((400, "plan_not_offered"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task What_is_not_possible_is_said_without_the_sellers_explanation()
    {
        await using var shop = await ShopApp.StartAsync();

        var answer = await shop.As(ShopApp.Ada).PostAsync(Quotes, $$"""{"productId":"{{DemoSeed.BasicPlan}}"}""");

        Assert.Equal((200, "nothing_changes"), (answer.Status, answer["refusal"]));
        Assert.Null(answer["id"]);
        Assert.DoesNotContain("xplanation", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_fills_the_store_with_quotes()
    {
        await using var shop = await ShopApp.StartAsync(options => options.MaxQuotesPerSubject = 2);
        var ada = shop.As(ShopApp.Ada);
        var ids = new List<string>();
        for (var i = 0; i < 4; i++)
            ids.Add((await ada.PostAsync(Quotes, ToPro))["id"]!);

        var store = shop.Services.GetRequiredService<IPlanChangeQuoteStore>();
        Assert.Null(await store.FindAsync(DodoEnvironment.Test, ids[0]));
        Assert.Null(await store.FindAsync(DodoEnvironment.Test, ids[1]));
        Assert.NotNull(await store.FindAsync(DodoEnvironment.Test, ids[2]));
        Assert.NotNull(await store.FindAsync(DodoEnvironment.Test, ids[3]));
        Assert.Equal(404, (await ada.PostAsync($"/upsell/quotes/{ids[0]}/confirm")).Status);
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_quote_of_a_foreign_subscription_calls_no_preview()
    {
        await using var shop = await ShopApp.StartAsync();
        shop.Emulator.AddFault(new(EmulatedFaultKind.Status) { Method = "POST", Times = 1000 });

        var answer = await shop.As(ShopApp.Ben).PostAsync(Quotes, ToPro);

        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task An_api_that_cannot_be_reached_is_503_and_the_quote_can_be_confirmed_later()
    {
        await using var shop = await ShopApp.StartAsync();
        var ada = shop.As(ShopApp.Ada);
        var quote = await ada.PostAsync(Quotes, ToPro);
        shop.Emulator.AddFault(new(EmulatedFaultKind.DropBefore) { Times = 1000 });

        var noQuote = await ada.PostAsync(Quotes, ToPro);
        var failed = await ada.PostAsync($"/upsell/quotes/{quote["id"]}/confirm");
        shop.Emulator.ClearFaults();
        var later = await ada.PostAsync($"/upsell/quotes/{quote["id"]}/confirm");

        Assert.Equal((503, 503), (noQuote.Status, failed.Status));
        Assert.Equal((200, "succeeded"), (later.Status, later["status"]));
    }
}
