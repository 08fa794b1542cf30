using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DodoUpsell.Emulator.Tests.Webhooks;

public sealed class WebhookServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_sends_webhooks_by_itself()
    {
        using var receiver = new WebhookReceiver();
        var received = Expect(receiver);
        var emulator = receiver.Emulator();
        await using var server = await emulator.StartServerAsync(cancellationToken: Cancellation);
        using var api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);

        await api.OneClick();

        Assert.Equal("payment.succeeded", (await received.Task.WaitAsync(Cancellation)).Body.Text("type"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_signs_by_real_time_wherever_its_clock_was_advanced_to_unless_told(bool isTold)
    {
        using var receiver = new WebhookReceiver();
        var received = Expect(receiver);
        var emulator = receiver.Emulator();
        if (isTold)
            emulator.DateHeaderClock = emulator.Clock;
        emulator.Clock.Advance(TimeSpan.FromDays(3650));
        await using var server = await emulator.StartServerAsync(cancellationToken: Cancellation);
        using var api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);

        await api.OneClick();

        var webhook = await received.Task.WaitAsync(Cancellation);
        var signed = long.Parse(
            webhook.Headers["webhook-timestamp"],
            System.Globalization.CultureInfo.InvariantCulture
        );
        var expected = isTold ? emulator.Clock.GetUtcNow() : DateTimeOffset.UtcNow;
        Assert.InRange(expected - DateTimeOffset.FromUnixTimeSeconds(signed), TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Assert.Contains(webhook.SignatureWith(EmulatedWebhook.DefaultSecret), webhook.Signatures);
    }

    [Fact]
    public async Task A_server_that_follows_time_repeats_attempts_without_any_request()
    {
        using var receiver = new WebhookReceiver();
        var source = new DodoEmulator().Clock;
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions
            {
                WebhookHandler = receiver,
                Webhook = new EmulatedWebhook(WebhookReceiver.Address),
                TimeSource = source,
                Settlement = PaymentSettlement.Immediate,
            }
        );
        receiver.AnswerWith(HttpStatusCode.ServiceUnavailable);
        using var api = new ApiCaller(emulator);
        await api.OneClick();
        await emulator.DeliverWebhooksAsync(Cancellation);
        var again = Expect(receiver);
        await using var server = await emulator.StartServerAsync(cancellationToken: Cancellation);

        source.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(receiver.Received[0].Id, (await again.Task.WaitAsync(Cancellation)).Id);
    }

    [Fact]
    public async Task Webhooks_are_real_posts_over_sockets()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        emulator.AddWebhook(
            new EmulatedWebhook(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hooks?shop=1"))
        );
        using var api = new ApiCaller(emulator);
        await api.OneClick();

        var answering = AnswerOnce(listener);
        await emulator.DeliverWebhooksAsync(Cancellation);

        var request = await answering;
        Assert.StartsWith("POST /hooks?shop=1 HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains("webhook-signature: v1,", request, StringComparison.OrdinalIgnoreCase);
        emulator.ShouldHaveDelivered("payment.succeeded");
        Assert.Equal("ok", emulator.WebhookDeliveries[0].Attempts[0].Answer);
    }

    [Fact]
    public async Task Nobody_listening_is_a_failed_attempt()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        emulator.AddWebhook(new EmulatedWebhook(new Uri($"http://127.0.0.1:{port}/")));
        using var api = new ApiCaller(emulator);
        await api.OneClick();

        await emulator.DeliverWebhooksAsync(Cancellation);

        Assert.Null(emulator.WebhookDeliveries[0].Attempts[0].Status);
        Assert.NotNull(emulator.WebhookDeliveries[0].Attempts[0].Error);
    }

    private static TaskCompletionSource<ReceivedWebhook> Expect(WebhookReceiver receiver)
    {
        var received = new TaskCompletionSource<ReceivedWebhook>(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Answer = (message, _) =>
        {
            received.TrySetResult(message);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        };
        return received;
    }

    private static async Task<string> AnswerOnce(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancellation);
        var stream = client.GetStream();
        var request = new StringBuilder();
        var buffer = new byte[16_384];
        while (!request.ToString().EndsWith("}}", StringComparison.Ordinal))
            request.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, Cancellation)));

        await stream.WriteAsync(
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"u8.ToArray(),
            Cancellation
        );
        return request.ToString();
    }
}
