using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Refunds;

public sealed class RefundTests : IDisposable
{
    private readonly DodoEmulator _emulator = new(
        new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate, TaxPercent = 10 }
    );
    private readonly ApiCaller _api;

    public RefundTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_whole_refund_sends_everything_back_and_shows_on_the_payment()
    {
        var payment = await Buy(DemoSeed.Course);

        var refund = (
            await _api.Post(
                "refunds",
                $$"""{ "payment_id": "{{payment}}", "reason": "changed my mind", "metadata": { "by": "support" } }"""
            )
        ).Ok;

        Assert.Equal(5390, refund.Number("amount"));
        Assert.Equal("succeeded", refund.Text("status"));
        Assert.False(refund["is_partial"]!.GetValue<bool>());
        Assert.Equal("support", refund["metadata"].Text("by"));
        Assert.Equal(DemoSeed.CustomerWithCards, refund["customer"].Text("customer_id"));
        Assert.Equal(refund.ToJsonString(), (await _api.Get("refunds/" + refund.Text("refund_id"))).Ok.ToJsonString());
        var after = (await _api.Get("payments/" + payment)).Ok;
        Assert.Equal("full", after.Text("refund_status"));
        Assert.Equal(refund.Text("refund_id"), Assert.Single(after["refunds"]!.AsArray()).Text("refund_id"));
        Assert.Equal(0, (await _api.Get($"payments/{payment}/line-items")).Items[0].Number("refundable_amount"));
        _emulator.ShouldHaveCharged(amount: 5390);
        _emulator.ShouldHaveRefunded(amount: 5390, currency: "USD");
        (await Refund(payment)).IsError(422, "PAYMENT_ALREADY_REFUNDED");
    }

    [Fact]
    public async Task Items_are_refunded_whole_or_in_part_until_nothing_is_left()
    {
        var payment = await Buy(DemoSeed.Course, DemoSeed.Ebook);

        var first = (
            await Refund(payment, $$"""{ "item_id": "{{DemoSeed.Ebook}}", "amount": 500, "tax_inclusive": false }""")
        ).Ok;
        Assert.Equal(550, first.Number("amount"));
        Assert.True(first["is_partial"]!.GetValue<bool>());
        Assert.Equal("partial", (await _api.Get("payments/" + payment)).Ok.Text("refund_status"));
        Assert.Equal(
            [5390, 1540],
            (await _api.Get($"payments/{payment}/line-items")).Items.Select(item => item.Number("refundable_amount"))
        );

        Assert.Equal(1540, (await Refund(payment, $$"""{ "item_id": "{{DemoSeed.Ebook}}" }""")).Ok.Number("amount"));
        (await Refund(payment, $$"""{ "item_id": "{{DemoSeed.Ebook}}" }""")).IsError(422, "LINE_ITEM_FULLY_REFUNDED");
        Assert.Equal(5390, (await Refund(payment)).Ok.Number("amount"));
        Assert.Equal("full", (await _api.Get("payments/" + payment)).Ok.Text("refund_status"));
        _emulator.ShouldHaveRefunded(times: 3);
    }

    [Theory]
    [InlineData("""{ "item_id": "pdt_demo_ebook" }""", "LINE_ITEM_NOT_FOUND")]
    [InlineData("""{ "item_id": "pdt_demo_course", "amount": 5391 }""", "LINE_ITEM_REFUND_AMOUNT_TOO_HIGH")]
    [InlineData(
        """{ "item_id": "pdt_demo_course", "amount": 4901, "tax_inclusive": false }""",
        "LINE_ITEM_REFUND_AMOUNT_TOO_HIGH"
    )]
    [InlineData("""{ "item_id": "pdt_demo_course", "amount": 0 }""", "LINE_ITEM_REFUND_AMOUNT_TOO_LOW")]
    [InlineData("""{ "item_id": "pdt_demo_course", "amount": -5 }""", "LINE_ITEM_REFUND_AMOUNT_TOO_LOW")]
    [InlineData(
        """{ "item_id": "pdt_demo_course", "amount": 1 }, { "item_id": "pdt_demo_course", "amount": 1 }""",
        "DUPLICATE_LINE_ITEMS_IN_REQUEST"
    )]
    [InlineData("", "NOTHING_TO_REFUND")]
    public async Task Items_that_cannot_be_refunded_are_refused_by_their_code(string items, string code)
    {
        (await Refund(await Buy(DemoSeed.Course), items)).IsError(422, code);
        _emulator.ShouldHaveRefunded(times: 0);
    }

    [Fact]
    public async Task A_payment_that_brought_no_money_cannot_be_refunded()
    {
        var declined = (await _api.OneClick(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard)).Ok;
        _emulator.PutProduct("pdt_free", new JsonObject { ["price"] = new JsonObject { ["price"] = 0 } });

        (await Refund(declined.Text("payment_id")!)).IsError(422, "PAYMENT_NOT_SUCCEEDED");
        (await Refund(await Buy("pdt_free"))).IsError(422, "ZERO_AMOUNT_PAYMENT_REFUND_NOT_ALLOWED");
        _emulator.ShouldNotHaveCharged();
        (await Refund("pay_none")).IsError(404, "NOT_FOUND");
    }

    [Fact]
    public async Task Refunds_end_after_30_days()
    {
        var inTime = await Buy(DemoSeed.Course);
        var late = await Buy(DemoSeed.Course);
        _emulator.Clock.Advance(TimeSpan.FromDays(30));
        _ = (await Refund(inTime)).Ok;
        _emulator.Clock.Advance(TimeSpan.FromTicks(1));

        (await Refund(late)).IsError(422, "REFUND_WINDOW_EXPIRED");
    }

    [Fact]
    public async Task A_refund_settles_as_a_charge_does_and_tells_it()
    {
        using var receiver = new Webhooks.WebhookReceiver();
        var emulator = receiver.Emulator(settlement: PaymentSettlement.OnClock(TimeSpan.FromMinutes(1)));
        using var api = new ApiCaller(emulator);
        var payment = (await api.OneClick()).Ok.Text("payment_id")!;
        emulator.Clock.Advance(TimeSpan.FromMinutes(1));

        var refund = (await api.Post("refunds", $$"""{ "payment_id": "{{payment}}" }""")).Ok;
        Assert.Equal("pending", refund.Text("status"));
        Assert.Null((await api.Get("payments/" + payment)).Ok.Text("refund_status"));
        emulator.ShouldHaveRefunded(times: 0);
        (await api.Post("refunds", $$"""{ "payment_id": "{{payment}}" }""")).IsError(
            422,
            "EXISTING_REFUND_REQUEST_PROCESSING"
        );

        await emulator.AdvanceAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        emulator.ShouldHaveDelivered("refund.succeeded");
        var data = receiver.Received[^1].Body["data"]!;
        Assert.Equal("Refund", data.Text("payload_type"));
        Assert.Equal(refund.Text("refund_id"), data.Text("refund_id"));
        Assert.Equal("succeeded", data.Text("status"));
    }

    [Fact]
    public async Task Reads_settle_a_refund_for_those_who_cannot_move_the_clock()
    {
        var emulator = new DodoEmulator();
        using var api = new ApiCaller(emulator);
        var payment = (await api.OneClick()).Ok.Text("payment_id")!;
        await api.FinalPayment(payment);
        var refund = (await api.Post("refunds", $$"""{ "payment_id": "{{payment}}" }""")).Ok.Text("refund_id")!;

        Assert.Equal("pending", (await api.Get("refunds")).Items[0].Text("status"));
        Assert.Equal("succeeded", (await api.Get("refunds/" + refund)).Ok.Text("status"));
    }

    [Fact]
    public async Task The_list_filters_sorts_and_pages()
    {
        var first = (await Refund(await Buy(DemoSeed.Course))).Ok.Text("refund_id")!;
        _emulator.Clock.Advance(TimeSpan.FromDays(1));
        var second = (await Refund(await Buy(DemoSeed.Ebook))).Ok.Text("refund_id")!;

        Assert.Equal([second, first], (await _api.Get("refunds")).Ids("refund_id"), StringComparer.Ordinal);
        Assert.Equal(
            [first],
            (await _api.Get("refunds?page_size=1&page_number=1")).Ids("refund_id"),
            StringComparer.Ordinal
        );
        Assert.Equal(
            [second],
            (await _api.Get("refunds?created_at_gte=2026-01-16T00:00:00Z")).Ids("refund_id"),
            StringComparer.Ordinal
        );
        Assert.Empty((await _api.Get("refunds?customer_id=cus_demo_ben")).Items);
        Assert.Empty((await _api.Get("refunds?status=failed")).Items);
        Assert.Empty((await _api.Get("refunds?subscription_id=sub_1")).Items);
        Assert.DoesNotContain(
            "customer",
            (await _api.Get("refunds")).Items[0]!.AsObject().Select(member => member.Key),
            StringComparer.Ordinal
        );
        (await _api.Get("refunds?status=gone")).IsError(422, "INVALID_QUERY_PARAMS");
        (await _api.Get("refunds/ref_none")).IsError(404, "NOT_FOUND");
    }

    [Fact]
    public async Task A_malformed_request_is_refused()
    {
        var payment = await Buy(DemoSeed.Course);

        (await _api.Post("refunds", "{}")).IsInvalidField("payment_id");
        (await _api.Post("refunds", $$"""{ "payment_id": "{{payment}}", "items": [{}] }""")).IsInvalidField(
            "items[0].item_id"
        );
        (
            await _api.Post("refunds", $$"""{ "payment_id": "{{payment}}", "reason": "{{new string('x', 3001)}}" }""")
        ).IsError(422, "INVALID_REQUEST_PARAMETERS");
    }

    private Task<Answer> Refund(string payment, string? items = null) =>
        _api.Post(
            "refunds",
            items is null
                ? $$"""{ "payment_id": "{{payment}}" }"""
                : $$"""{ "payment_id": "{{payment}}", "items": [{{items}}] }"""
        );

    private async Task<string> Buy(params string[] products)
    {
        var cart = string.Join(',', products.Select(product => $$"""{ "product_id": "{{product}}", "quantity": 1 }"""));
        return (
            await _api.Post(
                "checkouts",
                $$"""
                {
                  "product_cart": [{{cart}}], "confirm": true, "payment_method_id": "{{DemoSeed.GoodCard}}",
                  "customer": { "customer_id": "{{DemoSeed.CustomerWithCards}}" }
                }
                """
            )
        ).Ok.Text("payment_id")!;
    }
}
