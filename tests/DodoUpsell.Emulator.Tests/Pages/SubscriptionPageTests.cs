using System.Net;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Pages;

/// <summary>Subscriptions and plan changes that go through a page: where the slices of the emulator meet.</summary>
public sealed class SubscriptionPageTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;
    private readonly Browser _browser;

    public SubscriptionPageTests()
    {
        _api = new ApiCaller(_emulator);
        _browser = new Browser(_emulator.CreateHandler());
    }

    public void Dispose()
    {
        _api.Dispose();
        _browser.Dispose();
    }

    [Fact]
    public async Task A_subscription_bought_on_the_page_is_active_and_renews_with_the_card_that_was_given()
    {
        var url = await OpenPlan();

        var page = await _browser.PayByCard(
            url,
            TestCards.Visa,
            ("email", "new@example.com"),
            ("name", "New Buyer"),
            ("country", "us")
        );

        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Equal("active", page.ReturnParameters["status"]);
        var subscription = (await _api.Get("subscriptions/" + page.ReturnParameters["subscription_id"])).Ok;
        Assert.Equal("active", subscription.Text("status"));
        Assert.NotNull(subscription.Text("payment_method_id"));

        _emulator.Clock.Advance(TimeSpan.FromDays(32));
        _emulator.ShouldHaveCharged(times: 2, amount: 3000, customerId: subscription["customer"].Text("customer_id"));
    }

    [Fact]
    public async Task A_declined_card_on_the_page_leaves_no_active_subscription()
    {
        var url = await OpenPlan();

        var page = await _browser.PayByCard(
            url,
            TestCards.GenericDecline,
            ("email", "new@example.com"),
            ("name", "New Buyer"),
            ("country", "us")
        );

        Assert.Equal("failed", page.ReturnParameters["status"]);
        Assert.Equal(
            "failed",
            (await _api.Get("subscriptions/" + page.ReturnParameters["subscription_id"])).Ok.Text("status")
        );
        _emulator.ShouldNotHaveCharged();
    }

    [Theory]
    [InlineData("approve", DemoSeed.ProPlan, 1)]
    [InlineData("fail", DemoSeed.BasicPlan, 0)]
    public async Task A_plan_change_waits_for_the_bank_and_happens_only_if_it_approves(
        string outcome,
        string plan,
        int charges
    )
    {
        var card = _emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.ThreeDSecure);
        _ = (
            await _api.Post(
                $"subscriptions/{DemoSeed.BasicSubscription}/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{card}}" }"""
            )
        ).Ok;
        var change = await _api.Post(
            $"subscriptions/{DemoSeed.BasicSubscription}/change-plan",
            $$"""
            { "product_id": "{{DemoSeed.ProPlan}}", "quantity": 1,
              "proration_billing_mode": "difference_immediately", "on_payment_failure": "prevent_change" }
            """
        );
        Assert.Equal(200, (int)change.Status);
        var waiting = (await _api.Get($"payments?subscription_id={DemoSeed.BasicSubscription}")).Items.Single(payment =>
            payment.Text("status") is "requires_customer_action"
        )!;
        var link = (await _api.Get("payments/" + waiting.Text("payment_id"))).Ok.Text("payment_link")!;

        await _browser.Submit(link + "/authentication", ("outcome", outcome));

        var subscription = (await _api.Get("subscriptions/" + DemoSeed.BasicSubscription)).Ok;
        Assert.Equal(plan, subscription.Text("product_id"));
        Assert.Equal("active", subscription.Text("status"));
        _emulator.ShouldHaveCharged(times: charges, amount: 5000);
    }

    private async Task<string> OpenPlan() =>
        (
            await _api.Post(
                "checkouts",
                $$"""
                { "product_cart": [{ "product_id": "{{DemoSeed.BasicPlan}}", "quantity": 1 }],
                  "return_url": "https://shop.example/done" }
                """
            )
        ).Ok.Text("checkout_url")!;
}
