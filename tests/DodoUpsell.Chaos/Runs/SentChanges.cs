using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace DodoUpsell.Chaos;

/// <summary>
/// Counts the change-plan requests that reached the API or may have reached it, by the charge key in their metadata.
/// Requests that it rejected without reading are not counted.
/// </summary>
internal sealed class SentChanges
{
    private readonly ConcurrentDictionary<string, int> _byKey = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> ByKey => _byKey;

    public HttpMessageHandler Over(HttpMessageHandler inner) => new Counter(inner, _byKey);

    private sealed class Counter(HttpMessageHandler inner, ConcurrentDictionary<string, int> byKey)
        : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (
                request.Method != HttpMethod.Post
                || !request.RequestUri!.AbsolutePath.EndsWith("/change-plan", StringComparison.Ordinal)
            )
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = JsonNode.Parse(
                await request.Content!.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)
            );
            var key = body!["metadata"]!["dodoupsell_key"]!.GetValue<string>();
            byKey.AddOrUpdate(key, 1, (_, count) => count + 1);
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                byKey.AddOrUpdate(key, 0, (_, count) => count - 1);
            return response;
        }
    }
}
