using System.Net;
using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Chaos;

/// <summary>Delivers webhooks in random order, loses some and delivers others twice.</summary>
internal sealed class Postman(double loss, int seed) : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly Random _random = new(seed);
    private readonly List<(WebhookHeaders Headers, byte[] Body)> _bag = [];

    public static EmulatedWebhook Webhook { get; } = new(new Uri("http://127.0.0.1:9/webhooks"));

    /// <summary>Delivers the collected webhooks.</summary>
    public async Task DeliverAsync(IWebhookInbox inbox)
    {
        (WebhookHeaders Headers, byte[] Body)[] letters;
        lock (_gate)
        {
            letters = [.. _bag];
            _bag.Clear();
            _random.Shuffle(letters);
        }

        foreach (var (headers, body) in letters)
            await inbox.ReceiveAsync(headers, body);
        await inbox.ProcessAsync();
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var headers = WebhookHeaders.FromHeaders(name =>
            request.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null
        );
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        lock (_gate)
        {
            var copies = _random.NextDouble() < loss ? 0 : _random.Next(1, 3);
            for (var i = 0; i < copies; i++)
                _bag.Add((headers, body));
        }

        // A webhook that is lost here is not sent again, because the sender assumes that it arrived.
        return new HttpResponseMessage(HttpStatusCode.OK);
    }
}
