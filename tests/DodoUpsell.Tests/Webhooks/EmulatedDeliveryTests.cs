using System.Net;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks;

/// <summary>
/// What the emulator signs and sends, which shares no code with the SDK, is verified and read as an endpoint would.
/// </summary>
public sealed class EmulatedDeliveryTests
{
    [Fact]
    public async Task A_purchase_a_refund_and_a_plan_change_are_verified_and_typed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var endpoint = new Endpoint();
        var emulator = endpoint.Emulator;
        using var dodo = The.ClientOf(emulator.CreateHandler(), emulator.Clock);

        var session = await dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
                Customer = CustomerReference.Existing(DemoSeed.CustomerWithCards),
                PaymentMethodId = DemoSeed.GoodCard,
                Confirm = true,
                Metadata = new() { ["order"] = "A-1" },
            },
            cancellationToken: cancellation
        );
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(1), cancellation);
        await dodo.Refunds.CreateAsync(new() { PaymentId = session.PaymentId! }, cancellationToken: cancellation);
        await dodo.Subscriptions.ChangePlanAsync(
            DemoSeed.BasicSubscription,
            new()
            {
                ProductId = DemoSeed.ProPlan,
                Quantity = 1,
                ProrationBillingMode = ProrationMode.DifferenceImmediately,
            },
            cancellationToken: cancellation
        );
        await emulator.AdvanceAsync(TimeSpan.FromDays(40), cancellation);

        Assert.All(
            endpoint.Events,
            received => Assert.True(received is not UnknownWebhookEvent && received.Type.IsKnown, received.Type.Value)
        );
        var paid = endpoint
            .Events.OfType<PaymentEvent>()
            .Single(received =>
                received.Type == WebhookEventType.PaymentSucceeded && received.Data.PaymentId == session.PaymentId
            );
        Assert.Equal(
            (PaymentStatus.Succeeded, new Money(1900, Currency.USD), $"payment:{session.PaymentId}"),
            (paid.Data.Status, paid.Data.Total, paid.Subject)
        );
        Assert.Equal("A-1", paid.Data.Metadata["order"].AsString());
        Assert.Equal(
            session.PaymentId,
            Assert
                .Single(
                    endpoint.Events.OfType<RefundEvent>(),
                    received => received.Type == WebhookEventType.RefundSucceeded
                )
                .Data.PaymentId
        );
        Assert.Contains(
            endpoint.Events.OfType<SubscriptionEvent>(),
            received =>
                received.Type == WebhookEventType.SubscriptionPlanChanged && received.Data.ProductId == DemoSeed.ProPlan
        );
        Assert.Contains(endpoint.Events, received => received.Type == WebhookEventType.SubscriptionRenewed);
    }

    [Fact]
    public async Task A_repeat_and_a_replay_keep_their_id_and_are_verified_by_the_time_of_their_attempt()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var endpoint = new Endpoint();
        var emulator = endpoint.Emulator;
        using var dodo = The.ClientOf(emulator.CreateHandler(), emulator.Clock);
        await dodo.Subscriptions.ChangePlanAsync(
            DemoSeed.BasicSubscription,
            new()
            {
                ProductId = DemoSeed.ProPlan,
                Quantity = 1,
                ProrationBillingMode = ProrationMode.DoNotBill,
            },
            cancellationToken: cancellation
        );
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(1), cancellation);
        var first = endpoint.Received.Count;
        Assert.NotEqual(0, first);

        await emulator.AdvanceAsync(TimeSpan.FromDays(2), cancellation);
        emulator.ReplayWebhook(endpoint.Received[0].Id!);
        await emulator.DeliverWebhooksAsync(cancellation);

        var replay = endpoint.Received[first];
        Assert.Equal(endpoint.Received[0].Id, replay.Id);
        Assert.NotEqual(endpoint.Received[0].Timestamp, replay.Timestamp);
    }

    /// <summary>
    /// An endpoint as the guide writes one: headers and raw bytes to the verifier, 200 or 400. What it refused would
    /// come again.
    /// </summary>
    private sealed class Endpoint : HttpMessageHandler
    {
        private readonly DodoWebhookVerifier _verifier;

        public Endpoint()
        {
            Emulator = new DodoEmulator(
                new DodoEmulatorOptions
                {
                    Webhook = new EmulatedWebhook(new Uri("https://shop.example/hook")),
                    WebhookHandler = this,
                }
            );
            _verifier = new DodoWebhookVerifier(EmulatedWebhook.DefaultSecret, Emulator.Clock);
        }

        public DodoEmulator Emulator { get; }

        public List<WebhookHeaders> Received { get; } = [];

        public List<WebhookEvent> Events { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var headers = WebhookHeaders.FromHeaders(name =>
                request.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : null
            );
            Received.Add(headers);
            Events.Add(
                _verifier.VerifyAndParse(headers, await request.Content!.ReadAsByteArrayAsync(cancellationToken))
            );
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
