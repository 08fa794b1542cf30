using System.Net;

namespace DodoUpsell.Emulator.Tests.Webhooks;

public sealed class WebhookOrderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_go_out_in_order_unless_they_are_shuffled()
    {
        var plain = await Subjects(shuffle: false);
        var shuffled = await Subjects(shuffle: true);

        Assert.Equal(plain.Order(StringComparer.Ordinal), plain, StringComparer.Ordinal);
        Assert.NotEqual(plain, shuffled, StringComparer.Ordinal);
        Assert.Equal(plain, shuffled.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(shuffled, await Subjects(shuffle: true), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_duplicate_has_the_same_id_and_is_not_repeated()
    {
        using var receiver = new WebhookReceiver();
        var emulator = receiver.Emulator(new EmulatedWebhook(WebhookReceiver.Address) { Duplicate = true });
        using var api = new ApiCaller(emulator);
        await api.OneClick();

        await emulator.AdvanceAsync(TimeSpan.FromDays(1), Cancellation);

        Assert.Equal(2, receiver.Received.Count);
        Assert.Equal(receiver.Received[0].Id, receiver.Received[1].Id);
    }

    [Fact]
    public async Task An_endpoint_gets_the_types_it_asked_for_with_its_own_headers()
    {
        using var receiver = new WebhookReceiver();
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions { WebhookHandler = receiver, Settlement = PaymentSettlement.Immediate }
        );
        using var api = new ApiCaller(emulator);
        _ = (
            await api.Post(
                "webhooks",
                """
                { "url": "https://a.example/", "filter_types": ["payment.failed"],
                  "headers": { "X-Shop": "seven" } }
                """
            )
        ).Ok;
        _ = (await api.Post("webhooks", """{ "url": "https://b.example/", "disabled": true }""")).Ok;
        await api.OneClick();
        await api.OneClick(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard);

        await emulator.DeliverWebhooksAsync(Cancellation);

        var message = Assert.Single(receiver.Received);
        Assert.Equal("payment.failed", message.Body.Text("type"));
        Assert.Equal("seven", message.Headers["X-Shop"]);
    }

    [Fact]
    public async Task What_waits_for_an_endpoint_that_is_gone_is_given_up()
    {
        using var receiver = new WebhookReceiver();
        var emulator = receiver.Emulator();
        using var api = new ApiCaller(emulator);
        receiver.AnswerWith(HttpStatusCode.InternalServerError);
        await api.OneClick();
        await emulator.DeliverWebhooksAsync(Cancellation);
        var endpoint = (await api.Get("webhooks")).Ok["data"]![0].Text("id")!;

        Assert.Equal(HttpStatusCode.OK, (await api.Delete($"webhooks/{endpoint}")).Status);
        await emulator.AdvanceAsync(TimeSpan.FromDays(2), Cancellation);

        Assert.Single(receiver.Received);
        Assert.Null(emulator.WebhookDeliveries[0].NextAttemptAt);
    }

    private static async Task<string[]> Subjects(bool shuffle)
    {
        using var receiver = new WebhookReceiver();
        var emulator = receiver.Emulator(new EmulatedWebhook(WebhookReceiver.Address) { Shuffle = shuffle });
        using var api = new ApiCaller(emulator);
        for (var click = 0; click < 8; click++)
            await api.OneClick();

        await emulator.DeliverWebhooksAsync(Cancellation);
        return [.. receiver.Received.Select(message => message.Body["data"].Text("payment_id")!)];
    }
}
