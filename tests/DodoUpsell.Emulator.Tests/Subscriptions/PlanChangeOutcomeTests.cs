using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>What a plan change leads to when its payment succeeds, fails or waits.</summary>
public sealed class PlanChangeOutcomeTests
{
    private const string Basic = DemoSeed.BasicPlan;
    private const string Pro = DemoSeed.ProPlan;
    private const string Prevent = """ "on_payment_failure": "prevent_change" """;
    private const string Apply = """ "on_payment_failure": "apply_change" """;

    [Theory]
    [InlineData(Prevent)]
    [InlineData(Apply)]
    public async Task A_paid_change_is_in_force_and_leaves_nothing_pending(string mode)
    {
        using var shop = new Shop();

        await shop.Change(Pro, more: mode);

        Assert.Equal([5000], shop.Charged);
        Assert.Equal(Pro, (await shop.Read()).Text("product_id"));
        Assert.Equal(["plan_changed", "updated"], shop.Events(), StringComparer.Ordinal);
        Assert.Equal(200, (int)(await shop.Change(Basic)).Status);
    }

    [Fact]
    public async Task A_declined_change_that_is_prevented_leaves_the_old_plan()
    {
        using var shop = new Shop();
        shop.UseCard(TestCards.InsufficientFunds);

        var answer = await shop.Change(Pro, more: Prevent);

        Assert.Equal(200, (int)answer.Status);
        var subscription = await shop.Read();
        Assert.Equal((Basic, "active"), (subscription.Text("product_id"), subscription.Text("status")));
        Assert.Empty(shop.Events());
        var payment = Assert.Single((await shop.Api.Get("payments")).Items)!;
        Assert.Equal(("failed", 5000), (payment.Text("status"), payment.Number("total_amount")));
        Assert.Equal(200, (int)(await shop.Change(Pro, more: Prevent)).Status);
    }

    [Theory]
    [InlineData(Apply)]
    [InlineData("")]
    public async Task A_declined_change_that_applies_gives_the_plan_and_goes_on_hold(string mode)
    {
        using var shop = new Shop();
        shop.UseCard(TestCards.GenericDecline);

        await shop.Change(Pro, more: mode);

        var subscription = await shop.Read();
        Assert.Equal((Pro, "on_hold"), (subscription.Text("product_id"), subscription.Text("status")));
        Assert.Equal(["plan_changed", "updated", "on_hold", "updated"], shop.Events(), StringComparer.Ordinal);
        (await shop.Change(Basic)).IsError(422, "INACTIVE_SUBSCRIPTION_PLAN_CHANGE_NOT_SUPPORTED");
        shop.Advance(90);
        Assert.Empty(shop.Charged);
    }

    [Fact]
    public async Task A_subscription_on_hold_comes_back_when_another_card_pays_what_it_owes()
    {
        using var shop = new Shop();
        shop.UseCard(TestCards.GenericDecline);
        await shop.Change(Pro);

        var answer = (
            await shop.Api.Post(
                "subscriptions/sub_demo_basic/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{DemoSeed.GoodCard}}" }"""
            )
        ).Ok;

        Assert.NotNull(answer.Text("payment_id"));
        Assert.Equal([5000], shop.Charged);
        var subscription = await shop.Read();
        Assert.Equal(
            ("active", DemoSeed.GoodCard),
            (subscription.Text("status"), subscription.Text("payment_method_id"))
        );
        Assert.StartsWith("2026-02-15", subscription.Text("next_billing_date"), StringComparison.Ordinal);
        Assert.Equal(["update_payment_method", "active", "updated"], shop.Events().TakeLast(3), StringComparer.Ordinal);
        await shop.Renew();
        Assert.Equal([5000, 8000], shop.Charged);
    }

    [Fact]
    public async Task A_card_that_is_declined_again_leaves_it_on_hold()
    {
        using var shop = new Shop();
        var bad = shop.UseCard(TestCards.GenericDecline);
        await shop.Change(Pro);

        _ = (
            await shop.Api.Post(
                "subscriptions/sub_demo_basic/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{bad}}" }"""
            )
        ).Ok;

        Assert.Equal("on_hold", (await shop.Read()).Text("status"));
    }

    [Fact]
    public async Task A_change_that_waits_for_its_payment_refuses_another()
    {
        using var shop = new Shop(settlement: PaymentSettlement.OnClock(TimeSpan.FromMinutes(1)));

        await shop.Change(Pro, more: Prevent);

        Assert.Equal(Basic, (await shop.Read()).Text("product_id"));
        (await shop.Change(Pro)).IsError(409, "PENDING_PLAN_CHANGE_EXISTS");
        (
            await shop.Api.Post(
                "subscriptions/sub_demo_basic/change-plan/preview",
                $$"""{ "product_id": "{{Pro}}", "quantity": 1, "proration_billing_mode": "do_not_bill" }"""
            )
        ).IsError(409, "PENDING_PLAN_CHANGE_EXISTS");
        (await shop.Patch("""{ "status": "paused" }""")).IsError(409, "PREVIOUS_PAYMENT_PENDING");

        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Pro, (await shop.Read()).Text("product_id"));
        Assert.Equal(200, (int)(await shop.Change(Basic)).Status);
    }

    [Fact]
    public async Task Looking_at_the_subscription_settles_its_payment_as_looking_at_the_payment_does()
    {
        using var shop = new Shop(settlement: PaymentSettlement.AfterReads(1));

        await shop.Change(Pro, more: Prevent);

        Assert.Equal(Basic, (await shop.Read()).Text("product_id"));
        Assert.Equal(Pro, (await shop.Read()).Text("product_id"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_prevented_change_waits_for_3D_Secure(bool approved)
    {
        using var shop = new Shop();
        shop.UseCard(TestCards.ThreeDSecure);

        await shop.Change(Pro, more: Prevent);

        var payment = Assert.Single((await shop.Api.Get("payments")).Items)!;
        Assert.Equal("requires_customer_action", payment.Text("status"));
        Assert.NotNull((await shop.Api.Get($"payments/{payment.Text("payment_id")}")).Ok.Text("payment_link"));
        Assert.Equal(Basic, (await shop.Read()).Text("product_id"));
        (await shop.Change(Pro)).IsError(409, "PENDING_PLAN_CHANGE_EXISTS");

        Authenticate(shop, payment.Text("payment_id")!, approved);

        var subscription = await shop.Read();
        Assert.Equal(
            (approved ? Pro : Basic, "active"),
            (subscription.Text("product_id"), subscription.Text("status"))
        );
        Assert.Equal(approved ? [5000] : [], shop.Charged);
    }

    [Theory]
    [InlineData(true, "active")]
    [InlineData(false, "on_hold")]
    public async Task An_applied_change_does_not_wait_for_3D_Secure(bool approved, string status)
    {
        using var shop = new Shop();
        shop.UseCard(TestCards.ThreeDSecure);

        await shop.Change(Pro);

        Assert.Equal((Pro, "active"), ((await shop.Read()).Text("product_id"), (await shop.Read()).Text("status")));
        Authenticate(shop, (await shop.Api.Get("payments")).Items[0].Text("payment_id")!, approved);
        Assert.Equal((Pro, status), ((await shop.Read()).Text("product_id"), (await shop.Read()).Text("status")));
    }

    [Fact]
    public async Task Nobody_at_3D_Secure_for_fifteen_minutes_is_a_failure()
    {
        using var shop = new Shop();
        shop.UseCard(TestCards.ThreeDSecure);
        await shop.Change(Pro, more: Prevent);

        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal("cancelled", (await shop.Api.Get("payments")).Items[0].Text("status"));
        Assert.Equal(Basic, (await shop.Read()).Text("product_id"));
        Assert.Equal(200, (int)(await shop.Change(Pro, "do_not_bill")).Status);
    }

    [Fact]
    public async Task Credit_that_a_failed_change_would_have_used_comes_back()
    {
        using var shop = new Shop();
        shop.Put($$"""{ "product_id": "{{Pro}}" }""");
        await shop.Change(Basic, "prorated_immediately");
        var bad = shop.Emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.GenericDecline);
        _ = (
            await shop.Api.Post(
                "subscriptions/sub_demo_basic/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{bad}}" }"""
            )
        ).Ok;

        await shop.Change(Pro, more: Prevent);

        Assert.Equal([3333L, -3333L, 3333L], shop.Credits);
    }

    [Fact]
    public async Task A_cancelled_subscription_cancels_the_payment_it_waited_for()
    {
        using var shop = new Shop(settlement: PaymentSettlement.OnClock(TimeSpan.FromMinutes(1)));
        await shop.Change(Pro, more: Prevent);

        _ = (await shop.Patch("""{ "status": "cancelled" }""")).Ok;
        shop.Advance(1);

        Assert.Empty(shop.Charged);
        Assert.Equal(["cancelled", "updated"], shop.Events(), StringComparer.Ordinal);
        Assert.Equal(Basic, (await shop.Read()).Text("product_id"));
    }

    [Fact]
    public async Task A_change_may_be_paid_on_a_page()
    {
        using var shop = new Shop();
        const string more = """ "collect_via_payment_link": true, "on_payment_failure": "prevent_change" """;

        var answer = (await shop.Change(Pro, more: more)).Ok;

        Assert.NotNull(answer.Text("payment_id"));
        Assert.NotNull(answer.Text("payment_link"));
        Assert.NotNull(answer.Text("client_secret"));
        Assert.NotNull(answer.Text("expires_on"));
        Assert.Equal(Basic, (await shop.Read()).Text("product_id"));
        (await shop.Change(Pro, more: more)).IsError(409, "PENDING_PLAN_CHANGE_EXISTS");
        shop.Advance(2);
        Assert.Equal(200, (int)(await shop.Change(Pro)).Status);
    }

    [Fact]
    public async Task A_page_needs_the_capability_and_a_change_that_is_prevented()
    {
        using var shop = new Shop();
        (await shop.Change(Pro, more: """ "collect_via_payment_link": true """)).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );

        using var without = new Shop(new SubscriptionRules { AllowPlanChangeViaPaymentLink = false });
        (await without.Change(Pro, more: $"{Prevent}, \"collect_via_payment_link\": true")).IsError(
            422,
            "UNSUPPORTED_ACTION"
        );
    }

    [Fact]
    public async Task The_answer_is_an_object_of_nulls_and_empty_by_option()
    {
        using var shop = new Shop();
        using var older = new Shop(new SubscriptionRules { ChangePlanAnswersEmpty = true });

        var empty = await older.Change(Pro);

        Assert.Equal((System.Net.HttpStatusCode.OK, null), (empty.Status, empty.Body));

        Assert.Equal(
            """{"payment_id":null,"payment_link":null,"client_secret":null,"expires_on":null}""",
            (await shop.Change(Pro)).Ok.ToJsonString()
        );
    }

    [Fact]
    public async Task The_metadata_of_the_change_goes_to_its_payment_only()
    {
        using var shop = new Shop();
        shop.Put("""{ "metadata": { "of": "subscription" } }""");

        await shop.Change(Pro, more: """ "metadata": { "of": "change" } """);
        await shop.Renew();

        var payments = (await shop.Api.Get("payments")).Items;
        Assert.Equal(
            ["subscription", "change"],
            payments.Select(payment => payment!["metadata"].Text("of")),
            StringComparer.Ordinal
        );
        Assert.Equal("subscription", (await shop.Read())["metadata"].Text("of"));
        Assert.All(payments, payment => Assert.Equal("sub_demo_basic", payment.Text("subscription_id")));
    }

    // What the page behind the payment's link does.
    private static void Authenticate(Shop shop, string paymentId, bool approved)
    {
        Assert.True(shop.Emulator.State.Payments.TryGet(paymentId, out var payment));
        new PaymentProcessor(shop.Emulator.State).Authenticate(payment, approved);
    }
}
