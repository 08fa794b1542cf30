using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Tests.Webhooks;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.Emulator.Tests.Disputes;

public sealed class DisputeTests : IDisposable
{
    private readonly WebhookReceiver _receiver = new();
    private readonly DodoEmulator _emulator;
    private readonly ApiCaller _api;

    public DisputeTests()
    {
        _emulator = _receiver.Emulator();
        _api = new ApiCaller(_emulator);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _api.Dispose();
        _receiver.Dispose();
    }

    [Fact]
    public async Task A_dispute_shows_on_its_payment_and_in_the_state_and_is_told()
    {
        var payment = await Buy();

        var dispute = _emulator.OpenDispute(payment, reason: "Not received");

        Assert.Equal(
            ("dispute_opened", "dispute", "4900", "USD"),
            (
                dispute.Text("dispute_status"),
                dispute.Text("dispute_stage"),
                dispute.Text("amount"),
                dispute.Text("currency")
            )
        );
        var paid = (await _api.Get("payments/" + payment)).Ok;
        var shown = Assert.Single(paid["disputes"]!.AsArray())!;
        Assert.Equal(dispute.Text("dispute_id"), shown.Text("dispute_id"));
        Assert.Null(shown["reason"]);
        Assert.Equal("dispute_opened", (await _api.Get("payments")).Items[0].Text("dispute_status"));
        Assert.Equal(
            dispute.ToJsonString(),
            Assert.Single(_emulator.GetState()["disputes"]!.AsArray())!.ToJsonString()
        );
        var told = await Told("dispute.opened");
        Assert.Equal(
            ("Dispute", payment, "Not received", DemoSeed.CustomerWithCards),
            (
                told.Text("payload_type"),
                told.Text("payment_id"),
                told.Text("reason"),
                told["customer"].Text("customer_id")
            )
        );
        Assert.Null(told["metadata"]);
    }

    [Theory]
    [InlineData(EmulatedDisputeStatus.Won, "won", 4900)]
    [InlineData(EmulatedDisputeStatus.Cancelled, "cancelled", 4900)]
    [InlineData(EmulatedDisputeStatus.Challenged, "challenged", 4900)]
    [InlineData(EmulatedDisputeStatus.Expired, "expired", 4900)]
    [InlineData(EmulatedDisputeStatus.Lost, "lost", 0)]
    [InlineData(EmulatedDisputeStatus.Accepted, "accepted", 0)]
    public async Task What_is_lost_or_accepted_goes_back_without_a_refund(
        EmulatedDisputeStatus status,
        string name,
        int refundable
    )
    {
        var payment = await Buy();
        var dispute = _emulator.OpenDispute(payment).Text("dispute_id")!;

        Assert.Equal("dispute_" + name, _emulator.UpdateDispute(dispute, status).Text("dispute_status"));

        Assert.Equal("dispute_" + name, (await Told("dispute." + name)).Text("dispute_status"));
        Assert.Equal("dispute_" + name, (await _api.Get("payments")).Items[0].Text("dispute_status"));
        var paid = (await _api.Get("payments/" + payment)).Ok;
        Assert.Equal("succeeded", paid.Text("status"));
        Assert.Null(paid["refund_status"]);
        Assert.Empty(_emulator.Refunds);
        Assert.Single(_emulator.Charges);
        Assert.DoesNotContain(_receiver.Types, type => type!.StartsWith("refund.", StringComparison.Ordinal));
        Assert.Equal(
            refundable,
            (await _api.Get($"payments/{payment}/line-items")).Items[0].Number("refundable_amount")
        );
        if (refundable == 0)
            (await _api.Post("refunds", $$"""{ "payment_id": "{{payment}}" }""")).IsError(422, "NOTHING_TO_REFUND");
    }

    [Fact]
    public async Task A_part_can_be_lost_and_the_rest_refunded()
    {
        var payment = await Buy(DemoSeed.Ebook);

        var dispute = (
            await _api.Post($"_emulator/payments/{payment}/dispute", """{ "amount": 5000, "reason": "Broken" }""")
        ).Ok;
        _ = (await _api.Post($"_emulator/disputes/{dispute.Text("dispute_id")}", """{ "status": "challenged" }""")).Ok;
        _ = (await _api.Post($"_emulator/disputes/{dispute.Text("dispute_id")}", """{ "status": "lost" }""")).Ok;

        Assert.Equal(
            [0, 1800],
            (await _api.Get($"payments/{payment}/line-items")).Items.Select(item => item.Number("refundable_amount"))
        );
        (await _api.Post($"_emulator/payments/{payment}/refund", """{ "amount": 1801 }""")).IsError(
            422,
            "REFUND_AMOUNT_EXCEEDS_PAID_AMOUNT"
        );
        Assert.Equal(1800, _emulator.Refund(payment).Number("amount"));
    }

    [Fact]
    public async Task A_refunded_payment_can_be_disputed_and_lost_once_more()
    {
        var payment = await Buy();
        _emulator.Refund(payment, 4000);

        var dispute = _emulator.OpenDispute(payment).Text("dispute_id")!;
        _emulator.UpdateDispute(dispute, EmulatedDisputeStatus.Lost);

        Assert.Equal("partial", (await _api.Get("payments/" + payment)).Ok.Text("refund_status"));
        Assert.Equal(0, (await _api.Get($"payments/{payment}/line-items")).Items[0].Number("refundable_amount"));
    }

    [Fact]
    public async Task What_is_in_dispute_or_lost_cannot_be_disputed_again()
    {
        var payment = await Buy();
        var first = _emulator.OpenDispute(payment, 900).Text("dispute_id")!;

        (await _api.Post($"_emulator/payments/{payment}/dispute", """{ "amount": 4001 }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        (await _api.Post($"_emulator/payments/{payment}/dispute", """{ "amount": 0 }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        _emulator.UpdateDispute(first, EmulatedDisputeStatus.Won);
        Assert.Equal("4900", (await _api.Post($"_emulator/payments/{payment}/dispute", "")).Ok.Text("amount"));
        Assert.Throws<ArgumentException>(() => _emulator.OpenDispute(payment));
        Assert.Equal(2, (await _api.Get("payments/" + payment)).Ok["disputes"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_decided_dispute_stays_decided()
    {
        var dispute = _emulator.OpenDispute(await Buy()).Text("dispute_id")!;
        _emulator.UpdateDispute(dispute, EmulatedDisputeStatus.Lost);

        Assert.Throws<ArgumentException>(() => _emulator.UpdateDispute(dispute, EmulatedDisputeStatus.Won));
        (await _api.Post($"_emulator/disputes/{dispute}", """{ "status": "cancelled" }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        (await _api.Post($"_emulator/disputes/{dispute}", """{ "status": "opened" }""")).IsInvalidField("status");
        (await _api.Post("_emulator/disputes/dp_none", """{ "status": "won" }""")).IsError(404, "NOT_FOUND");
        Assert.Throws<ArgumentException>(() => _emulator.UpdateDispute(dispute, (EmulatedDisputeStatus)99));
    }

    [Fact]
    public async Task What_was_not_paid_cannot_be_disputed()
    {
        var declined = (await _api.OneClick(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard)).Ok;

        (await _api.Post($"_emulator/payments/{declined.Text("payment_id")}/dispute", "")).IsError(
            422,
            "PAYMENT_NOT_SUCCEEDED"
        );
        Assert.Throws<ArgumentException>(() => _emulator.OpenDispute("pay_none"));
    }

    [Fact]
    public async Task A_reset_forgets_disputes()
    {
        var dispute = _emulator.OpenDispute(await Buy()).Text("dispute_id")!;

        _emulator.Reset();

        Assert.Empty(_emulator.GetState()["disputes"]!.AsArray());
        Assert.Throws<ArgumentException>(() => _emulator.UpdateDispute(dispute, EmulatedDisputeStatus.Won));
    }

    [Fact]
    public async Task Every_event_of_a_dispute_fits_the_contract()
    {
        foreach (var status in Enum.GetValues<EmulatedDisputeStatus>())
            _emulator.UpdateDispute(_emulator.OpenDispute(await Buy()).Text("dispute_id")!, status);
        await _emulator.DeliverWebhooksAsync(Cancellation);
        await using var validator = new ContractValidator();

        JsonNode[] told =
        [
            .. _receiver
                .Received.Select(webhook => webhook.Body)
                .Where(body => body.Text("type")!.StartsWith("dispute.", StringComparison.Ordinal)),
        ];

        Assert.Equal(7, told.Select(body => body.Text("type")).Distinct().Count());
        foreach (var body in told)
            Assert.Empty(
                await validator.ValidateAsync(body, DodoContract.Webhooks[body.Text("type")!], unknownMembers: true)
            );
    }

    private async Task<string> Buy(string? second = null) =>
        (
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

    private async Task<JsonNode> Told(string type)
    {
        await _emulator.DeliverWebhooksAsync(Cancellation);
        return _receiver.Received.Single(webhook => webhook.Body.Text("type") == type).Body["data"]!;
    }
}
