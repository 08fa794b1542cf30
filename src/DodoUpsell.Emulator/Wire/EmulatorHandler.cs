using System.Net;
using System.Net.Http.Headers;
using DodoUpsell.Emulator.Faults;

namespace DodoUpsell.Emulator.Wire;

/// <summary>
/// The in-process handler: requests of an HttpClient are answered from memory, with the same bytes as over a socket.
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
        // Nothing is awaited unless a fault delays the response; in that case a synchronous caller has to wait as well.
        return AnswerAsync(request, body.ToArray(), cancellationToken).GetAwaiter().GetResult();
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        HttpRequestMessage request,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
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
            // The same exceptions as for a socket whose peer closes the connection before it responds.
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
