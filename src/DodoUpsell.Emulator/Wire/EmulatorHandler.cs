using System.Net;
using System.Net.Http.Headers;
using DodoUpsell.Emulator.Faults;

namespace DodoUpsell.Emulator.Wire;

/// <summary>
/// The in-process face: what HttpClient sends is answered from memory, byte for byte as over a socket.
/// </summary>
internal sealed class EmulatorHandler(FaultInjector answers) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is { } content
            ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)
            : [];
        cancellationToken.ThrowIfCancellationRequested();
        return await AnswerAsync(request, body, cancellationToken).ConfigureAwait(false);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, cancellationToken);
        // Nothing is awaited unless a fault holds the answer back; then a synchronous caller has to be held back too.
        return AnswerAsync(request, body.ToArray(), cancellationToken).GetAwaiter().GetResult();
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        HttpRequestMessage request,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var wireRequest = new WireRequest(
            request.Method.Method,
            uri.PathAndQuery,
            new Uri(uri.GetLeftPart(UriPartial.Authority)),
            request.Headers.Authorization?.ToString(),
            body
        );
        try
        {
            return ToMessage(request, await answers.HandleAsync(wireRequest, cancellationToken).ConfigureAwait(false));
        }
        catch (ConnectionBrokenException)
        {
            // The very exceptions that a socket gives when its peer goes away before it has answered.
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded,
                "An error occurred while sending the request.",
                new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.")
            );
        }
    }

    private static HttpResponseMessage ToMessage(HttpRequestMessage request, WireResponse response)
    {
        var content = new ByteArrayContent(response.Body.ToArray());
        if (response.ContentType is { } type)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            Content = content,
            RequestMessage = request,
        };
        foreach ((var name, var value) in response.Headers)
            message.Headers.TryAddWithoutValidation(name, value);

        return message;
    }
}
