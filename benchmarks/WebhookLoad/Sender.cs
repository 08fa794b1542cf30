using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DodoUpsell;
using DodoUpsell.Webhooks;

namespace WebhookLoad;

/// <summary>Sends signed deliveries over a number of connections, each after the answer to the one before.</summary>
internal sealed class Sender(Uri address, string prefix) : IDisposable
{
    private static readonly DodoWebhookSigner Signer = new(new Secret(Receiver.Secret));

    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    private int _last;

    /// <summary>Gets the ids of the deliveries that were acknowledged with 200.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    /// <summary>Gets how long each acknowledged delivery waited for its answer, in milliseconds.</summary>
    public ConcurrentBag<double> Milliseconds { get; } = [];

    /// <summary>Sends until it is told to stop. A failed delivery is not sent again: nobody acknowledged it.</summary>
    public Task RunAsync(int connections, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, connections).Select(_ => ConnectionAsync(stop)));

    public void Dispose() => _http.Dispose();

    private async Task ConnectionAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref _last)}");
            var started = Stopwatch.GetTimestamp();
            if (!await SendAsync(id))
                return; // the receiver was killed
            Milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Acknowledged.Add(id);
        }
    }

    private async Task<bool> SendAsync(string id)
    {
        // A type that this version does not know is recorded and handled like the others, without an object to order by.
        var body = Encoding.UTF8.GetBytes(
            $$$"""
            {
              "business_id": "bus_load",
              "type": "load.sent",
              "timestamp": "{{{TimeProvider.System.GetUtcNow():O}}}",
              "data": { "payload_type": "Load", "id": "{{{id}}}", "text": "{{{new string('x', 600)}}}" }
            }
            """
        );
        var signed = Signer.Sign(id, TimeProvider.System.GetUtcNow(), body);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/dodo") { Content = content };
        request.Headers.Add("webhook-id", signed.Id);
        request.Headers.Add("webhook-timestamp", signed.Timestamp);
        request.Headers.Add("webhook-signature", signed.Signature);
        try
        {
            using var response = await _http.SendAsync(request);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
