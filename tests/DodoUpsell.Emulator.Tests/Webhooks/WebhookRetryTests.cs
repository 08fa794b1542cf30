using System.Net;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Webhooks;

public sealed class WebhookRetryTests : IDisposable
{
    private readonly WebhookReceiver _receiver = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _receiver.Dispose();

    [Fact]
    public async Task A_failing_endpoint_gets_eight_attempts_of_one_message()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        _receiver.AnswerWith(HttpStatusCode.NotFound);
        await api.OneClick();

        await emulator.AdvanceAsync(TimeSpan.FromDays(3), Cancellation);

        var delivery = Assert.Single(emulator.WebhookDeliveries);
        var start = DodoEmulatorOptions.DefaultStartTime;
        int[] seconds = [0, 5, 305, 2105, 9305, 27305, 63305, 99305];
        Assert.Equal(
            seconds.Select(second => start.AddSeconds(second)),
            delivery.Attempts.Select(attempt => attempt.At)
        );
        Assert.Equal(
            seconds.Select(second => start.AddSeconds(second).ToUnixTimeSeconds()),
            _receiver.Received.Select(message => long.Parse(message.Headers["webhook-timestamp"], null))
        );
        Assert.All(delivery.Attempts, attempt => Assert.Equal(HttpStatusCode.NotFound, attempt.Status));
        Assert.All(_receiver.Received, message => Assert.Equal(delivery.Id, message.Id));
        Assert.All(
            _receiver.Received,
            message => Assert.Equal(message.SignatureWith(EmulatedWebhook.DefaultSecret), message.Signatures[0])
        );
        Assert.False(delivery.IsDelivered);
        Assert.Null(delivery.NextAttemptAt);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData((HttpStatusCode)299, true)]
    [InlineData(HttpStatusCode.Redirect, false)]
    [InlineData(HttpStatusCode.InternalServerError, false)]
    public async Task Any_2xx_is_a_success_and_nothing_else(HttpStatusCode status, bool isDelivered)
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        _receiver.AnswerWith(status);
        await api.OneClick();

        await emulator.DeliverWebhooksAsync(Cancellation);

        var delivery = Assert.Single(emulator.WebhookDeliveries);
        Assert.Equal(isDelivered, delivery.IsDelivered);
        Assert.Equal(isDelivered ? null : DodoEmulatorOptions.DefaultStartTime.AddSeconds(5), delivery.NextAttemptAt);
    }

    [Fact]
    public async Task A_clock_that_jumps_makes_up_for_the_attempts_it_passed()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        _receiver.AnswerWith(HttpStatusCode.BadGateway);
        await api.OneClick();

        emulator.Clock.Advance(TimeSpan.FromMinutes(10));
        await emulator.DeliverWebhooksAsync(Cancellation);

        Assert.Equal(3, _receiver.Received.Count);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_given_up_after_15_seconds()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        var called = new TaskCompletionSource();
        _receiver.Answer = async (_, cancellation) =>
        {
            called.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            throw new InvalidOperationException();
        };
        await api.OneClick();

        var delivering = emulator.DeliverWebhooksAsync(Cancellation);
        await called.Task;
        _receiver.AnswerWith(HttpStatusCode.OK);
        emulator.Clock.Advance(TimeSpan.FromSeconds(15));
        await delivering;

        var delivery = Assert.Single(emulator.WebhookDeliveries);
        Assert.Equal("no response within 15 s", delivery.Attempts[0].Error);
        Assert.True(delivery.IsDelivered);
        Assert.Equal(2, delivery.Attempts.Count);
    }

    [Fact]
    public async Task Whatever_a_receiver_throws_is_a_failed_attempt()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        _receiver.Answer = (_, _) => throw new FormatException("bug in the shop");
        await api.OneClick();

        await emulator.DeliverWebhooksAsync(Cancellation);

        Assert.Equal("bug in the shop", Assert.Single(emulator.WebhookDeliveries[0].Attempts).Error);
    }

    [Fact]
    public async Task A_delivery_that_the_caller_calls_off_is_made_later()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        using var cancelled = new CancellationTokenSource();
        _receiver.Answer = (_, cancellation) =>
        {
            cancelled.Cancel();
            return Task.FromCanceled<HttpResponseMessage>(cancellation);
        };
        await api.OneClick();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => emulator.DeliverWebhooksAsync(cancelled.Token));
        Assert.Empty(emulator.WebhookDeliveries[0].Attempts);
        _receiver.AnswerWith(HttpStatusCode.OK);
        await emulator.DeliverWebhooksAsync(Cancellation);

        emulator.ShouldHaveDelivered("payment.succeeded");
    }

    [Fact]
    public async Task A_receiver_may_call_the_api_before_it_answers()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        string? status = null;
        _receiver.Answer = async (message, _) =>
        {
            status = (await api.Get("payments/" + message.Body["data"].Text("payment_id"))).Ok.Text("status");
            return new HttpResponseMessage(HttpStatusCode.OK);
        };
        await api.OneClick();

        await emulator.DeliverWebhooksAsync(Cancellation);

        Assert.Equal("succeeded", status);
    }

    [Fact]
    public async Task A_replay_sends_the_same_message_with_a_fresh_time()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        await api.OneClick();
        await emulator.DeliverWebhooksAsync(Cancellation);
        emulator.Clock.Advance(TimeSpan.FromDays(9));

        emulator.ReplayWebhook(emulator.WebhookDeliveries[0].Id);
        var again = (await api.Post($"_emulator/webhook-deliveries/{emulator.WebhookDeliveries[0].Id}/replay", "")).Ok;
        await emulator.DeliverWebhooksAsync(Cancellation);

        Assert.Equal("delivered", again.Text("status"));
        Assert.Equal(3, _receiver.Received.Count);
        Assert.Single(_receiver.Received.DistinctBy(message => message.Id, StringComparer.Ordinal));
        Assert.Equal("2026-01-15T09:00:00Z", _receiver.Received[2].Body.Text("timestamp"));
        Assert.Equal(
            emulator.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(null as IFormatProvider),
            _receiver.Received[2].Headers["webhook-timestamp"]
        );
        Assert.Throws<ArgumentException>(() => emulator.ReplayWebhook("msg_none"));
    }

    [Fact]
    public async Task A_reset_forgets_messages_and_keeps_the_endpoint_of_the_options()
    {
        var emulator = _receiver.Emulator();
        using var api = new ApiCaller(emulator);
        emulator.AddWebhook(new EmulatedWebhook(new Uri("https://other.example/")));
        await api.OneClick();

        emulator.Reset();
        await emulator.DeliverWebhooksAsync(Cancellation);

        Assert.Empty(_receiver.Received);
        Assert.Empty(emulator.WebhookDeliveries);
        Assert.Equal(
            WebhookReceiver.Address.AbsoluteUri,
            Assert.Single((await api.Get("webhooks")).Ok["data"]!.AsArray()).Text("url")
        );
    }
}
