using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Tests.Pages;

namespace DodoUpsell.Emulator.Tests.Webhooks;

/// <summary>
/// What receivers answer: kept as far as anybody will read it, and shown where somebody looks for the failure.
/// </summary>
public sealed class WebhookAnswerTests : IDisposable
{
    private const int Kept = 4096;

    private readonly WebhookReceiver _receiver = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _receiver.Dispose();

    [Fact]
    public async Task Of_an_endless_answer_only_the_start_is_read()
    {
        await using var endless = new EndlessStream();
        _receiver.Answer = (_, _) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(endless) });

        var delivery = await Deliver(_receiver.Emulator());

        Assert.True(delivery.IsDelivered);
        Assert.Equal(new string('a', Kept), delivery.Attempts[0].Answer);
        Assert.InRange(endless.Given, Kept, 2 * Kept);
    }

    [Fact]
    public async Task A_receiver_on_a_socket_that_never_stops_is_left()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions
            {
                Settlement = PaymentSettlement.Immediate,
                Webhook = new EmulatedWebhook(
                    new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/")
                ),
            }
        );

        var streaming = StreamForEver(listener);
        var delivery = await Deliver(emulator);

        Assert.Equal(HttpStatusCode.InternalServerError, delivery.Attempts[0].Status);
        Assert.Equal(Kept, delivery.Attempts[0].Answer!.Length);
        // It ends because the emulator hangs up.
        await Assert.ThrowsAnyAsync<IOException>(() => streaming);
    }

    [Fact]
    public async Task An_answer_that_trickles_is_waited_for_no_longer_than_the_attempt_lasts()
    {
        var emulator = _receiver.Emulator();
        var waiting = new TaskCompletionSource();
        await using var trickle = new TricklingStream("half an ans"u8.ToArray(), waiting);
        _receiver.Answer = (_, _) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StreamContent(trickle) }
            );
        using var api = new ApiCaller(emulator);
        await api.OneClick();

        var delivering = emulator.DeliverWebhooksAsync(Cancellation);
        await waiting.Task.WaitAsync(Cancellation);
        _receiver.AnswerWith(HttpStatusCode.OK);
        emulator.Clock.Advance(TimeSpan.FromSeconds(15));
        await delivering.WaitAsync(Cancellation);

        var first = emulator.WebhookDeliveries[0].Attempts[0];
        Assert.Equal((HttpStatusCode.BadGateway, "half an ans", null), (first.Status, first.Answer, first.Error));
    }

    [Fact]
    public async Task A_letter_that_the_limit_cuts_in_two_is_left_out()
    {
        var text = new string('a', Kept - 1) + "ü and more";
        _receiver.Answer = (_, _) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text) });

        Assert.Equal(text[..(Kept - 1)], (await Deliver(_receiver.Emulator())).Attempts[0].Answer);
    }

    [Fact]
    public async Task A_failed_delivery_shows_what_was_answered_wherever_one_looks()
    {
        _receiver.Answer = (_, _) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.InternalServerError)
                {
                    Content = new StringContent("the table <orders> is missing"),
                }
            );
        var emulator = _receiver.Emulator();

        var delivery = await Deliver(emulator);

        Assert.Equal(
            (HttpStatusCode.InternalServerError, "the table <orders> is missing"),
            (delivery.Attempts[0].Status, delivery.Attempts[0].Answer)
        );
        var reported = emulator.GetState()["webhook_deliveries"]![0]!["attempts"]![0]!;
        Assert.Equal(500, reported.Number("status"));
        Assert.Equal("the table <orders> is missing", reported.Text("answer"));
        using var browser = new Browser(emulator.CreateHandler());
        foreach (var page in new[] { "", "/console/state", "/console/webhooks", $"/console/deliveries/{delivery.Id}" })
        {
            var text = (await browser.Open("https://test.dodopayments.com/_emulator" + page)).Text;
            Assert.Contains("500", text, StringComparison.Ordinal);
            Assert.Contains("the table <orders> is missing", text, StringComparison.Ordinal);
        }

        Assert.Contains(
            "500 the table <orders> is missing",
            Assert.Throws<EmulatorAssertionException>(() => emulator.ShouldHaveDelivered("payment.succeeded")).Message,
            StringComparison.Ordinal
        );
    }

    private static async Task<EmulatedWebhookDelivery> Deliver(DodoEmulator emulator)
    {
        using var api = new ApiCaller(emulator);
        await api.OneClick();
        await emulator.DeliverWebhooksAsync(Cancellation);
        return Assert.Single(emulator.WebhookDeliveries);
    }

    private static async Task StreamForEver(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 1000000000000\r\n\r\n"u8.ToArray(),
            Cancellation
        );
        var film = Encoding.ASCII.GetBytes(new string('a', 65_536));
        while (true)
            await stream.WriteAsync(film, Cancellation);
    }

    /// <summary>As many letters as anybody wants, up to so many that a reader of all of them is noticed.</summary>
    private sealed class EndlessStream : ReadOnlyStream
    {
        private const long Enough = 64L << 20;

        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Given >= Enough)
                return ValueTask.FromResult(0);

            buffer.Span.Fill((byte)'a');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }

    /// <summary>A start, and then nothing for ever.</summary>
    private sealed class TricklingStream(byte[] start, TaskCompletionSource waiting) : ReadOnlyStream
    {
        private bool _isStarted;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (!_isStarted)
            {
                _isStarted = true;
                start.CopyTo(buffer);
                return start.Length;
            }

            waiting.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
    }
}
