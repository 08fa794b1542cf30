using System.Net;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks.Inbox;

/// <summary>
/// What the emulator sent while something was bought, byte for byte and signed, and what it holds at the end.
/// </summary>
internal sealed class WebhookTrace : HttpMessageHandler
{
    private readonly DodoEmulator _emulator;
    private readonly List<RawDelivery> _deliveries = [];

    private WebhookTrace(bool snapshots, bool oneSecondEach)
    {
        _emulator = new DodoEmulator(
            new DodoEmulatorOptions
            {
                Webhook = new EmulatedWebhook(new Uri("https://shop.example/hook")) { Secret = InboxBench.Secret },
                WebhookHandler = this,
                SnapshotWebhookData = snapshots,
                Settlement = oneSecondEach ? PaymentSettlement.AfterReads(1) : PaymentSettlement.Immediate,
            }
        );
    }

    public IReadOnlyList<RawDelivery> Deliveries => _deliveries;

    public DateTimeOffset End => _emulator.Clock.GetUtcNow();

    /// <summary>A course for a saved card.</summary>
    public static Task<WebhookTrace> OneClickAsync(bool snapshots) =>
        RecordAsync(snapshots, (trace, dodo) => trace.BuyAsync(dodo, DemoSeed.Course));

    /// <summary>A subscription for a saved card.</summary>
    public static Task<WebhookTrace> SubscriptionAsync(bool snapshots) =>
        RecordAsync(snapshots, (trace, dodo) => trace.BuyAsync(dodo, DemoSeed.ProPlan));

    /// <summary>A higher plan, charged.</summary>
    public static Task<WebhookTrace> UpgradeAsync(bool snapshots) =>
        RecordAsync(
            snapshots,
            async (_, dodo) =>
                await dodo.Subscriptions.ChangePlanAsync(
                    DemoSeed.BasicSubscription,
                    new()
                    {
                        ProductId = DemoSeed.ProPlan,
                        Quantity = 1,
                        ProrationBillingMode = ProrationMode.DifferenceImmediately,
                    }
                )
        );

    /// <summary>A purchase that is refunded a few seconds later, and a plan change beside it.</summary>
    public static Task<WebhookTrace> RefundAsync(bool snapshots) =>
        RecordAsync(
            snapshots,
            async (trace, dodo) =>
            {
                var payment = await trace.BuyAsync(dodo, DemoSeed.Ebook);
                await trace._emulator.AdvanceAsync(TimeSpan.FromSeconds(5));
                await dodo.Refunds.CreateAsync(new() { PaymentId = payment });
            }
        );

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var headers = WebhookHeaders.FromHeaders(name =>
            request.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : null
        );
        _deliveries.Add(new RawDelivery(headers, await request.Content!.ReadAsByteArrayAsync(cancellationToken)));
        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    private static async Task<WebhookTrace> RecordAsync(bool snapshots, Func<WebhookTrace, IDodoClient, Task> act)
    {
        var trace = new WebhookTrace(snapshots, oneSecondEach: true);
        using var dodo = The.ClientOf(trace._emulator.CreateHandler(), trace._emulator.Clock);
        await act(trace, dodo);
        await trace._emulator.AdvanceAsync(TimeSpan.FromMinutes(1));
        return trace;
    }

    private async Task<string> BuyAsync(IDodoClient dodo, string product)
    {
        var session = await dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = product, Quantity = 1 }],
                Customer = CustomerReference.Existing(DemoSeed.CustomerWithCards),
                PaymentMethodId = DemoSeed.GoodCard,
                Confirm = true,
            }
        );
        await _emulator.AdvanceAsync(TimeSpan.FromSeconds(3));
        return session.PaymentId!;
    }
}

internal sealed record RawDelivery(WebhookHeaders Headers, byte[] Body)
{
    public WebhookEvent Event => WebhookEvent.Parse(Body);
}
