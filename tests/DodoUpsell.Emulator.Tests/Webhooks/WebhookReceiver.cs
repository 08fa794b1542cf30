using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Webhooks;

/// <summary>A shop's webhook endpoint in this process: it remembers what came and answers as it is told.</summary>
internal sealed class WebhookReceiver : HttpMessageHandler
{
    public static readonly Uri Address = new("https://shop.example/hooks");

    public Func<ReceivedWebhook, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } =
        (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("thanks") });

    public List<ReceivedWebhook> Received { get; } = [];

    public IEnumerable<string?> Types => Received.Select(webhook => webhook.Body.Text("type"));

    public void AnswerWith(HttpStatusCode status) =>
        Answer = (_, _) => Task.FromResult(new HttpResponseMessage(status));

    public DodoEmulator Emulator(
        EmulatedWebhook? webhook = null,
        PaymentSettlement? settlement = null,
        bool snapshot = false
    ) =>
        new(
            new DodoEmulatorOptions
            {
                WebhookHandler = this,
                Webhook = webhook ?? new EmulatedWebhook(Address),
                Settlement = settlement ?? PaymentSettlement.Immediate,
                SnapshotWebhookData = snapshot,
            }
        );

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var webhook = new ReceivedWebhook(
            request.Method,
            request.RequestUri!,
            request.Headers.ToDictionary(
                header => header.Key,
                header => string.Join(',', header.Value),
                StringComparer.OrdinalIgnoreCase
            ),
            request.Content!.Headers.ContentType!.ToString(),
            await request.Content.ReadAsByteArrayAsync(cancellationToken)
        );
        Received.Add(webhook);
        return await Answer(webhook, cancellationToken);
    }
}

internal sealed record ReceivedWebhook(
    HttpMethod Method,
    Uri Url,
    Dictionary<string, string> Headers,
    string ContentType,
    byte[] Raw
)
{
    public string Id => Headers["webhook-id"];

    public JsonNode Body { get; } = JsonNode.Parse(Raw)!;

    public string[] Signatures => Headers["webhook-signature"].Split(' ');

    /// <summary>Signs as the Standard Webhooks specification says, without the emulator's help.</summary>
    public string SignatureWith(string secret)
    {
        var key = Convert.FromBase64String(secret.Replace("whsec_", "", StringComparison.Ordinal));
        using var hmac = new HMACSHA256(key);
        var content = $"{Id}.{Headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(Raw)}";
        return "v1," + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(content)));
    }
}
