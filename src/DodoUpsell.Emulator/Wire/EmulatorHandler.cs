using System.Net;
using System.Net.Http.Headers;
using DodoUpsell.Emulator.Engine;

namespace DodoUpsell.Emulator.Wire;

/// <summary>The in-process face: what HttpClient sends is answered from memory, byte for byte as over a socket.</summary>
internal sealed class EmulatorHandler(EmulatorEngine engine) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        byte[] body = request.Content is { } content
            ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)
            : [];
        cancellationToken.ThrowIfCancellationRequested();
        return Answer(request, body);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, cancellationToken);
        return Answer(request, body.ToArray());
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, byte[] body)
    {
        Uri uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        WireResponse response = engine.Handle(new WireRequest(
            request.Method.Method,
            uri.PathAndQuery,
            new Uri(uri.GetLeftPart(UriPartial.Authority)),
            request.Headers.Authorization?.ToString(),
            body));

        var content = new ByteArrayContent(response.Body.ToArray());
        if (response.ContentType is { } type)
            content.Headers.ContentType = new MediaTypeHeaderValue(type);

        return new HttpResponseMessage((HttpStatusCode)response.Status) { Content = content, RequestMessage = request };
    }
}
