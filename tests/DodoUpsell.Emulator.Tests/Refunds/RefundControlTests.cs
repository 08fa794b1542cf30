using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Refunds;

public sealed class RefundControlTests : IDisposable
{
    // Refunds over the API wait for reads here; those of the control do not.
    private readonly DodoEmulator _emulator = new(
        new DodoEmulatorOptions { TaxPercent = 10, Webhook = new EmulatedWebhook(new Uri("http://127.0.0.1:9/")) }
    );
    private readonly ApiCaller _api;

    public RefundControlTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_payment_goes_back_whole_at_once_and_the_seller_is_told()
    {
        var payment = await Buy();

        var refund = _emulator.Refund(payment);

        Assert.Equal("succeeded", refund.Text("status"));
        Assert.Equal(5390, refund.Number("amount"));
        Assert.False(refund["is_partial"]!.GetValue<bool>());
        Assert.Equal("full", (await _api.Get("payments/" + payment)).Ok.Text("refund_status"));
        _emulator.ShouldHaveRefunded(amount: 5390);
        Assert.Contains(_emulator.WebhookDeliveries, delivery => delivery.Type is "refund.succeeded");
        Assert.Throws<ArgumentException>(() => _emulator.Refund(payment));
    }

    [Fact]
    public async Task A_part_goes_back_item_after_item_until_nothing_is_left()
    {
        var payment = await Buy(DemoSeed.Ebook);

        var first = (await _api.Post($"_emulator/payments/{payment}/refund", """{ "amount": 6000 }""")).Ok;

        Assert.Equal(6000, first.Number("amount"));
        Assert.True(first["is_partial"]!.GetValue<bool>());
        Assert.Equal("partial", (await _api.Get("payments/" + payment)).Ok.Text("refund_status"));
        Assert.Equal(
            [0, 1480],
            (await _api.Get($"payments/{payment}/line-items")).Items.Select(item => item.Number("refundable_amount"))
        );
        (await _api.Post($"_emulator/payments/{payment}/refund", """{ "amount": 1481 }""")).IsError(
            422,
            "REFUND_AMOUNT_EXCEEDS_PAID_AMOUNT"
        );
        (await _api.Post($"_emulator/payments/{payment}/refund", """{ "amount": 0 }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        Assert.Equal(1480, (await _api.Post($"_emulator/payments/{payment}/refund", "{}")).Ok.Number("amount"));
        _emulator.ShouldHaveRefunded(times: 2);
    }

    [Fact]
    public async Task What_was_not_paid_cannot_go_back()
    {
        var processing = (await _api.OneClick()).Ok.Text("payment_id")!;

        (await _api.Post($"_emulator/payments/{processing}/refund", "")).IsError(422, "PAYMENT_NOT_SUCCEEDED");
        (await _api.Post("_emulator/payments/pay_none/refund", "")).IsError(404, "NOT_FOUND");
        Assert.Throws<ArgumentException>(() => _emulator.Refund("pay_none"));
    }

    private async Task<string> Buy(string? second = null)
    {
        var id = (
            await _api.Post(
                "checkouts",
                $$"""
                {
                  "product_cart": [{ "product_id": "{{DemoSeed.Course}}", "quantity": 1 }{{(
                    second is null ? "" : $$""", { "product_id": "{{second}}", "quantity": 1 }"""
                )}}],
                  "customer": { "customer_id": "{{DemoSeed.CustomerWithCards}}" }, "confirm": true,
                    "payment_method_id": "{{DemoSeed.GoodCard}}"
                }
                """
            )
        ).Ok.Text("payment_id")!;
        await _api.FinalPayment(id);
        return id;
    }
}
