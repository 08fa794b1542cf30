using System.Net;
using System.Net.Http.Headers;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// An in-memory server that reads the request to its end, as a connection does, and responds with prepared bytes.
/// </summary>
internal sealed class PreparedAnswers : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private static readonly Dictionary<string, byte[]> Answers = new(StringComparer.Ordinal)
    {
        ["/checkouts"] = Payload.CheckoutSession,
        ["/customers/cus_1/payment-methods"] = Payload.PaymentMethods,
        ["/subscriptions/sub_1"] = Payload.Subscription,
        ["/payments"] = Payload.PageOf100Payments(),
    };

    public static byte[] Of(string path) => Answers[path];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.Content is { } body)
            await body.CopyToAsync(Stream.Null, cancellationToken);
        var answer = new ByteArrayContent(Of(request.RequestUri!.AbsolutePath));
        answer.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = answer, RequestMessage = request };
    }
}
