using System.Net;
using System.Text;

namespace DodoUpsell.Tests.Support;

/// <summary>Answers in memory and at once, after it has read the request to its end as a server would.</summary>
internal sealed class StubHandler(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
{
    public int Count { get; private set; }

    public List<(HttpMethod Method, Uri Uri, string? Body)> Requests { get; } = [];

    public List<DateTimeOffset> Times { get; } = [];

    public TimeProvider? Clock { get; init; }

    public static HttpResponseMessage Json(
        HttpStatusCode status,
        string json,
        params (string Name, string Value)[] headers
    )
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Count++;
        if (Clock is not null)
            Times.Add(Clock.GetUtcNow());
        Requests.Add((request.Method, request.RequestUri!, await BodyOfAsync(request.Content, cancellationToken)));
        cancellationToken.ThrowIfCancellationRequested();
        return answer(Count);
    }

    // As a socket would take it: written out, not buffered in the content for another round.
    private static async Task<string?> BodyOfAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
            return null;
        using var body = new MemoryStream();
        await content.CopyToAsync(body, cancellationToken);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
