using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Webhooks;

public sealed class WebhookMessageTests : IDisposable
{
    private readonly WebhookReceiver _receiver = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _receiver.Dispose();

    [Fact]
    public async Task A_message_is_signed_by_Standard_Webhooks()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        await api.OneClick();

        await emulator.DeliverWebhooksAsync(Cancellation);

        var message = Assert.Single(_receiver.Received);
        Assert.Equal(HttpMethod.Post, message.Method);
        Assert.Equal(WebhookReceiver.Address, message.Url);
        Assert.Equal("application/json", message.ContentType);
        Assert.Equal("1768467600", message.Headers["webhook-timestamp"]);
        Assert.Equal(message.SignatureWith(EmulatedWebhook.DefaultSecret), Assert.Single(message.Signatures));
        Assert.NotEqual(message.SignatureWith("whsec_b3RoZXI="), message.Signatures[0], StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_envelope_carries_the_payment_with_its_kind()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        var id = (await api.OneClick(more: """ "metadata": { "order": "7" } """)).Ok.Text("payment_id")!;

        await emulator.DeliverWebhooksAsync(Cancellation);

        var body = _receiver.Received[0].Body;
        Assert.Equal(
            ["business_id", "type", "timestamp", "data"],
            body.AsObject().Select(member => member.Key),
            StringComparer.Ordinal
        );
        Assert.Equal("payment.succeeded", body.Text("type"));
        Assert.Equal("2026-01-15T09:00:00Z", body.Text("timestamp"));
        Assert.Equal("Payment", body["data"].Text("payload_type"));
        Assert.Equal(id, body["data"].Text("payment_id"));
        Assert.Equal("7", body["data"]!["metadata"].Text("order"));
        Assert.StartsWith("inv_", body["data"].Text("invoice_id"), StringComparison.Ordinal);
        Assert.NotNull(body["data"].Text("brand_id"));
        var payment = (await api.Get($"payments/{id}")).Ok.AsObject();
        Assert.Empty(
            payment
                .Select(member => member.Key)
                .Except(body["data"]!.AsObject().Select(member => member.Key), StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Data_is_current_when_sent_unless_a_snapshot_is_asked_for()
    {
        foreach ((var snapshot, var status) in new[] { (false, "succeeded"), (true, "processing") })
        {
            using var receiver = new WebhookReceiver();
            var emulator = receiver.Emulator(
                settlement: PaymentSettlement.OnClock(TimeSpan.FromSeconds(2)),
                snapshot: snapshot
            );
            using var api = new ApiCaller(emulator);
            await api.OneClick();
            emulator.Clock.Advance(TimeSpan.FromSeconds(2));

            await emulator.DeliverWebhooksAsync(Cancellation);

            Assert.Equal(["payment.processing", "payment.succeeded"], receiver.Types, StringComparer.Ordinal);
            Assert.Equal(status, receiver.Received[0].Body["data"].Text("status"));
            Assert.Equal("2026-01-15T09:00:00Z", receiver.Received[0].Body.Text("timestamp"));
        }
    }

    [Fact]
    public async Task A_rotated_secret_signs_beside_the_new_one_for_24_hours()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        var endpoint = (await api.Get("webhooks")).Ok["data"]![0].Text("id")!;

        var secret = emulator.RotateWebhookSecret(endpoint);

        await api.OneClick();
        await emulator.DeliverWebhooksAsync(Cancellation);
        var during = _receiver.Received[0];
        Assert.Equal(
            [during.SignatureWith(secret), during.SignatureWith(EmulatedWebhook.DefaultSecret)],
            during.Signatures,
            StringComparer.Ordinal
        );

        emulator.Clock.Advance(TimeSpan.FromHours(24));
        await api.OneClick();
        await emulator.DeliverWebhooksAsync(Cancellation);
        var after = _receiver.Received[1];
        Assert.Equal([after.SignatureWith(secret)], after.Signatures, StringComparer.Ordinal);
        Assert.Equal(secret, (await api.Get($"webhooks/{endpoint}/secret")).Ok.Text("secret"));
        Assert.Throws<ArgumentException>(() => emulator.RotateWebhookSecret(endpoint, "not base64!"));
        Assert.Throws<ArgumentException>(() => emulator.RotateWebhookSecret("ep_none"));
    }

    [Theory]
    [InlineData(DemoSeed.CustomerWithCards, DemoSeed.GoodCard, "payment.processing payment.succeeded")]
    [InlineData(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard, "payment.processing payment.failed")]
    public async Task A_payment_tells_every_status_that_it_reaches(string customer, string card, string expected)
    {
        var emulator = _receiver.Emulator(settlement: PaymentSettlement.AfterReads(1));
        using var api = new ApiCaller(emulator);
        await api.FinalPayment((await api.OneClick(customer, card)).Ok.Text("payment_id")!);

        await emulator.DeliverWebhooksAsync(Cancellation);

        Assert.Equal(expected, string.Join(' ', _receiver.Types));
    }

    [Fact]
    public async Task Waiting_for_the_customer_is_told_to_nobody_but_giving_up_is()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        await api.OneClick(more: """ "force_3ds": true """);

        await emulator.DeliverWebhooksAsync(Cancellation);
        Assert.Empty(_receiver.Received);
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(15), Cancellation);
        Assert.Equal("payment.cancelled", Assert.Single(_receiver.Types));
    }
}
