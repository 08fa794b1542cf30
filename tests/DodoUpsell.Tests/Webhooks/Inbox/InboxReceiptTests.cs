using System.Text;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks.Inbox;

public sealed class InboxReceiptTests
{
    private readonly InboxBench _bench = new InboxBench().StoresWhatItIsGiven();

    [Fact]
    public async Task A_genuine_delivery_is_recorded_and_then_handled()
    {
        var receipt = await _bench.SendPaymentAsync("msg_1");

        Assert.Equal(
            (WebhookReceiptStatus.Recorded, 200, WebhookRefusalReason.None),
            (receipt.Status, receipt.HttpStatusCode, receipt.Reason)
        );
        var waiting = (await _bench.Inbox.FindAsync("msg_1"))!;
        Assert.Equal(
            (InboxState.Waiting, "payment.succeeded", "payment:pay_1"),
            (waiting.State, waiting.Type, waiting.Subject)
        );
        Assert.Equal(
            (_bench.Clock.GetUtcNow(), _bench.Clock.GetUtcNow(), _bench.Clock.GetUtcNow()),
            (waiting.ReceivedAt, waiting.SentAt, waiting.StateAt!.Value)
        );

        Assert.Equal(new WebhookProcessingReport(1, 0, 0, 0), await _bench.Inbox.ProcessAsync());
        var (webhookEvent, context) = Assert.Single(_bench.Handled);
        Assert.Equal("pay_1", Assert.IsType<PaymentEvent>(webhookEvent).Data.PaymentId);
        Assert.Equal(
            new WebhookContext
            {
                WebhookId = "msg_1",
                Attempt = 1,
                ReceivedAt = _bench.Clock.GetUtcNow(),
            },
            context
        );
        Assert.Equal(InboxState.Completed, (await _bench.Inbox.FindAsync("msg_1"))!.State);
        Assert.Equal(0, (await _bench.Inbox.ProcessAsync()).Total);
    }

    [Fact]
    public async Task A_repeat_is_acknowledged_and_not_handled_again()
    {
        await _bench.SendPaymentAsync("msg_1");
        var before = await _bench.SendPaymentAsync("msg_1");
        await _bench.Inbox.ProcessAsync();
        var after = await _bench.SendPaymentAsync("msg_1");
        await _bench.Inbox.ProcessAsync();

        Assert.Equal((WebhookReceiptStatus.Duplicate, 200), (before.Status, before.HttpStatusCode));
        Assert.Equal((WebhookReceiptStatus.Duplicate, 200), (after.Status, after.HttpStatusCode));
        Assert.Single(_bench.Handled);
    }

    [Fact]
    public async Task A_refused_delivery_is_not_recorded()
    {
        var body = InboxBench.Payment("pay_1", "payment.succeeded", "succeeded", _bench.Clock.GetUtcNow());

        var forged = await _bench.SendAsync("msg_1", body, secret: "whsec_YSBmb3JnZWQgc2VjcmV0IHRvbw==");
        var old = await _bench.SendAsync("msg_2", body, sentAt: _bench.Clock.GetUtcNow().AddMinutes(-6));
        var unsigned = await _bench.Inbox.ReceiveAsync(new WebhookHeaders("msg_3", "1", null), body);
        var broken = await _bench.SendAsync("msg_4", "[1]"u8.ToArray());
        var empty = await _bench.SendAsync("msg_5", []);

        Assert.Equal((WebhookRefusalReason.SignatureMismatch, 401), (forged.Reason, forged.HttpStatusCode));
        Assert.Equal((WebhookRefusalReason.TooOld, 401), (old.Reason, old.HttpStatusCode));
        Assert.Equal((WebhookRefusalReason.MissingSignature, 401), (unsigned.Reason, unsigned.HttpStatusCode));
        Assert.Equal((WebhookRefusalReason.MalformedBody, 400), (broken.Reason, broken.HttpStatusCode));
        Assert.Equal((WebhookRefusalReason.EmptyBody, 400), (empty.Reason, empty.HttpStatusCode));
        Assert.All(
            [forged, old, unsigned, broken, empty],
            receipt => Assert.Equal(WebhookReceiptStatus.Refused, receipt.Status)
        );
        Assert.All([forged, old, unsigned, broken, empty], receipt => Assert.NotEmpty(receipt.Message!));
        Assert.Empty(await _bench.Inbox.ListAsync(InboxState.Waiting));
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_and_a_stream_is_not_read_further()
    {
        _bench.Options.Webhooks.MaxBodyBytes = 2000;
        var body = Encoding.UTF8.GetBytes($$"""{"type":"{{new string('x', 3000)}}"}""");
        var headers = new DodoWebhookSigner(InboxBench.Secret).Sign("msg_1", _bench.Clock.GetUtcNow(), body);
        using var endless = new EndlessStream(body);

        var asBytes = await _bench.Inbox.ReceiveAsync(headers, body);
        var asStream = await _bench.Inbox.ReceiveAsync(headers, endless);

        Assert.Equal((WebhookRefusalReason.BodyTooLarge, 413), (asBytes.Reason, asBytes.HttpStatusCode));
        Assert.Equal((WebhookRefusalReason.BodyTooLarge, 413), (asStream.Reason, asStream.HttpStatusCode));
        Assert.Equal(2001, endless.Taken);
        Assert.Empty(await _bench.Inbox.ListAsync(InboxState.Waiting));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task A_stream_is_read_to_its_end_however_it_comes(int piece)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"type":"{{new string('x', 20_000)}}"}""");
        var headers = new DodoWebhookSigner(InboxBench.Secret).Sign("msg_1", _bench.Clock.GetUtcNow(), body);
        using var pieces = new PiecesStream(body, piece);

        var receipt = await _bench.Inbox.ReceiveAsync(headers, pieces);

        Assert.Equal(WebhookReceiptStatus.Recorded, receipt.Status);
        Assert.Equal(body, (await _bench.Inbox.FindAsync("msg_1"))!.Body.ToArray());
    }

    [Fact]
    public async Task Without_a_secret_everything_is_refused_and_the_setting_is_named()
    {
        _bench.Options.WebhookSecrets.Clear();
        var asProperty = await _bench.SendPaymentAsync("msg_1");
        _bench.Options.Section = "DodoUpsell";
        var asSetting = await _bench.SendPaymentAsync("msg_1");

        Assert.Equal((WebhookRefusalReason.NoSecret, 503), (asProperty.Reason, asProperty.HttpStatusCode));
        Assert.StartsWith("DodoUpsellOptions.WebhookSecrets is missing", asProperty.Message, StringComparison.Ordinal);
        Assert.StartsWith("DodoUpsell:WebhookSecrets is missing", asSetting.Message, StringComparison.Ordinal);
        Assert.Contains("DODO_PAYMENTS_WEBHOOK_KEY", asSetting.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_replaced_without_a_restart()
    {
        const string Next = "whsec_dGhlIHNlY3JldCB0aGF0IGlzIG5leHQ=";
        var body = InboxBench.Payment("pay_1", "payment.succeeded", "succeeded", _bench.Clock.GetUtcNow());

        Assert.Equal(401, (await _bench.SendAsync("msg_1", body, secret: Next)).HttpStatusCode);
        _bench.Options.WebhookSecrets.Add(Next);
        Assert.Equal(200, (await _bench.SendAsync("msg_1", body, secret: Next)).HttpStatusCode);
        Assert.Equal(200, (await _bench.SendAsync("msg_2", body)).HttpStatusCode);
        _bench.Options.WebhookSecrets.RemoveAt(0);
        Assert.Equal(401, (await _bench.SendAsync("msg_3", body)).HttpStatusCode);
        Assert.Equal(200, (await _bench.SendAsync("msg_3", body, secret: Next)).HttpStatusCode);
    }

    [Fact]
    public async Task A_secret_that_takes_the_place_of_another_counts_at_once_and_the_other_no_more()
    {
        const string Next = "whsec_dGhlIHNlY3JldCB0aGF0IGlzIG5leHQ=";
        var body = InboxBench.Payment("pay_1", "payment.succeeded", "succeeded", _bench.Clock.GetUtcNow());
        Assert.Equal(200, (await _bench.SendAsync("msg_1", body)).HttpStatusCode);

        _bench.Options.WebhookSecrets[0] = Next;

        Assert.Equal(401, (await _bench.SendAsync("msg_2", body)).HttpStatusCode);
        Assert.Equal(200, (await _bench.SendAsync("msg_2", body, secret: Next)).HttpStatusCode);
    }

    [Fact]
    public async Task A_limit_of_bodies_that_is_changed_counts_at_once()
    {
        var body = InboxBench.Payment("pay_1", "payment.succeeded", "succeeded", _bench.Clock.GetUtcNow());
        Assert.Equal(200, (await _bench.SendAsync("msg_1", body)).HttpStatusCode);

        _bench.Options.Webhooks.MaxBodyBytes = body.Length - 1;
        Assert.Equal(413, (await _bench.SendAsync("msg_2", body)).HttpStatusCode);
        _bench.Options.Webhooks.MaxBodyBytes = body.Length;
        Assert.Equal(200, (await _bench.SendAsync("msg_2", body)).HttpStatusCode);
    }

    [Fact]
    public async Task What_this_version_does_not_know_is_accepted_and_handed_on()
    {
        var body =
            """{"type":"moon.landed","timestamp":"2026-01-15T11:59:00Z","data":{"payload_type":"Moon","crater":7}}"""u8.ToArray();

        var receipt = await _bench.SendAsync("msg_1", body);
        await _bench.Inbox.ProcessAsync();

        Assert.Equal(200, receipt.HttpStatusCode);
        var unknown = Assert.IsType<UnknownWebhookEvent>(Assert.Single(_bench.Handled).Event);
        Assert.Equal(("moon.landed", 7), (unknown.Type.Value, unknown.Data!.Value.GetProperty("crater").GetInt32()));
    }

    [Fact]
    public async Task The_buffer_of_a_request_may_be_used_again()
    {
        var body = InboxBench.Payment("pay_1", "payment.succeeded", "succeeded", _bench.Clock.GetUtcNow());
        await _bench.SendAsync("msg_1", body);
        Array.Clear(body);

        Assert.Equal(new WebhookProcessingReport(1, 0, 0, 0), await _bench.Inbox.ProcessAsync());
    }

    [Fact]
    public async Task An_event_of_last_year_that_is_sent_again_now_is_taken()
    {
        var body = InboxBench.Payment("pay_1", "payment.succeeded", "succeeded", _bench.Clock.GetUtcNow().AddYears(-1));

        var receipt = await _bench.SendAsync("msg_1", body);
        await _bench.Inbox.ProcessAsync();

        Assert.Equal(WebhookReceiptStatus.Recorded, receipt.Status);
        Assert.Equal(_bench.Clock.GetUtcNow().AddYears(-1), Assert.Single(_bench.Handled).Event.Timestamp);
    }

    [Fact]
    public async Task A_hundred_repeats_at_once_are_handled_once()
    {
        var receipts = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Task.Run(() => _bench.SendPaymentAsync("msg_1")))
        );
        await _bench.Inbox.ProcessAsync();

        Assert.Equal(1, receipts.Count(receipt => receipt.Status == WebhookReceiptStatus.Recorded));
        Assert.Equal(99, receipts.Count(receipt => receipt.Status == WebhookReceiptStatus.Duplicate));
        Assert.Single(_bench.Handled);
    }

    [Fact]
    public void An_inbox_of_ones_own_says_which_setting_is_wrong()
    {
        var refused = Assert.Throws<ArgumentException>(() =>
            new WebhookInbox(
                new DodoUpsellOptions { WebhookSecrets = { "no base64!" }, Webhooks = { MaxConcurrency = 0 } }
            )
        );

        Assert.Contains(
            "DodoUpsellOptions.WebhookSecrets has an entry that is not base64",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("DodoUpsellOptions.Webhooks.MaxConcurrency is 0", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("no base64!", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inbox_of_ones_own_keeps_its_options_as_they_were()
    {
        var options = new DodoUpsellOptions { WebhookSecrets = { InboxBench.Secret } };
        var inbox = new WebhookInbox(options, timeProvider: _bench.Clock);
        options.WebhookSecrets.Clear();
        options.Webhooks.MaxBodyBytes = 1;
        options.Webhooks.RetryDelays.Clear();
        var body = InboxBench.Payment("pay_1", "payment.succeeded", "succeeded", _bench.Clock.GetUtcNow());
        inbox.OnWebhook<PaymentEvent>((_, _, _) => throw new InvalidOperationException("No."));

        Assert.Equal(
            200,
            (
                await inbox.ReceiveAsync(
                    new DodoWebhookSigner(InboxBench.Secret).Sign("msg_1", _bench.Clock.GetUtcNow(), body),
                    body
                )
            ).HttpStatusCode
        );
        Assert.Equal(new WebhookProcessingReport(0, 1, 0, 0), await inbox.ProcessAsync());
    }

    [Fact]
    public async Task Texts_have_neither_bodies_nor_signatures()
    {
        var receipt = await _bench.SendAsync(
            "msg_0",
            InboxBench.Payment("pay_1", "payment.succeeded", "succeeded", _bench.Clock.GetUtcNow()),
            secret: "whsec_YSBmb3JnZWQgc2VjcmV0IHRvbw=="
        );
        await _bench.SendPaymentAsync("msg_1");

        Assert.Equal(
            "InboxDelivery { Id = msg_1, Type = payment.succeeded, State = Waiting }",
            (await _bench.Inbox.FindAsync("msg_1"))!.ToString()
        );
        Assert.DoesNotContain("ada@", receipt.ToString(), StringComparison.Ordinal);
    }

    private sealed class EndlessStream(byte[] start) : MemoryStream(start)
    {
        public int Taken { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Taken += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }

    private sealed class PiecesStream(byte[] body, int piece) : MemoryStream(body)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, piece)], cancellationToken);
    }
}
