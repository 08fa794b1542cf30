using System.Net;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.Support;

/// <summary>An app's webhook endpoint in this process, which answers with what the inbox says.</summary>
internal sealed class InboxEndpoint(Func<IServiceProvider> services) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var headers = WebhookHeaders.FromHeaders(name =>
            request.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null
        );
        var receipt = await services()
            .GetRequiredService<IWebhookInbox>()
            .ReceiveAsync(headers, await request.Content!.ReadAsByteArrayAsync(cancellationToken), cancellationToken);
        return new HttpResponseMessage((HttpStatusCode)receipt.HttpStatusCode);
    }
}
