using System.Globalization;
using System.Text;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell.Tests.Webhooks.Inbox;

/// <summary>An inbox on a clock that stands still, and a sender that signs as Dodo Payments does.</summary>
internal sealed class InboxBench
{
    public const string Secret = "whsec_dGhlIHNlY3JldCBvZiB0aGUgdGVzdHMgaGVyZQ==";

    public InboxBench(
        Action<DodoUpsellOptions>? change = null,
        IWebhookInboxStore? store = null,
        ILoggerFactory? loggers = null,
        ManualTimeProvider? clock = null
    )
    {
        Clock = clock ?? new ManualTimeProvider();
        Store = store ?? new InMemoryWebhookInboxStore();
        Options = new DodoUpsellOptions { WebhookSecrets = { Secret } };
        change?.Invoke(Options);
        Inbox = new WebhookInbox(() => Options, Store, Clock, loggers ?? NullLoggerFactory.Instance, jitter: () => 0);
    }

    public ManualTimeProvider Clock { get; }

    public DodoUpsellOptions Options { get; }

    public IWebhookInboxStore Store { get; }

    public WebhookInbox Inbox { get; }

    /// <summary>What a handler that simply stores what it is given has stored.</summary>
    public Dictionary<string, WebhookEvent> Stored { get; } = new(StringComparer.Ordinal);

    /// <summary>The deliveries that were handled, in order, with their contexts.</summary>
    public List<(WebhookEvent Event, WebhookContext Context)> Handled { get; } = [];

    public InboxBench StoresWhatItIsGiven()
    {
        Inbox.OnWebhook<WebhookEvent>(
            (webhookEvent, context, _) =>
            {
                lock (Handled)
                {
                    Handled.Add((webhookEvent, context));
                    Stored[webhookEvent.Subject] = webhookEvent;
                }

                return Task.CompletedTask;
            }
        );
        return this;
    }

    public Task<WebhookReceipt> SendAsync(
        string id,
        byte[] body,
        DateTimeOffset? sentAt = null,
        string secret = Secret
    ) => Inbox.ReceiveAsync(new DodoWebhookSigner(secret).Sign(id, sentAt ?? Clock.GetUtcNow(), body), body);

    public Task<WebhookReceipt> SendPaymentAsync(
        string id,
        string payment = "pay_1",
        string type = "payment.succeeded",
        string status = "succeeded",
        TimeSpan updated = default
    ) => SendAsync(id, Payment(payment, type, status, Clock.GetUtcNow() + updated));

    public static byte[] Payment(string payment, string type, string status, DateTimeOffset updatedAt) =>
        Encoding.UTF8.GetBytes(
            $$"""
            {"business_id":"bus_1","type":"{{type}}","timestamp":"{{Text(
                updatedAt
            )}}","data":{"payload_type":"Payment","payment_id":"{{payment}}","status":"{{status}}","created_at":"2026-01-01T00:00:00Z","updated_at":"{{Text(
                updatedAt
            )}}","customer":{"customer_id":"cus_1","email":"ada@example.test","name":"Ada"},"total_amount":1900,"currency":"USD"} }
            """
        );

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
