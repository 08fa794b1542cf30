using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests;

/// <summary>Talks to an emulator in plain JSON, as any client in any language would.</summary>
internal sealed class ApiCaller : IDisposable
{
    private readonly HttpClient _http;

    public ApiCaller(DodoEmulator emulator)
        : this(emulator.CreateHandler(), DodoEmulator.InProcessAddress) { }

    public ApiCaller(HttpMessageHandler handler, Uri baseAddress)
    {
        _http = new HttpClient(handler) { BaseAddress = baseAddress };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "key_test");
    }

    public HttpClient Http => _http;

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Post(string path, string json) => Send(HttpMethod.Post, path, json);

    public Task<Answer> Patch(string path, string json) => Send(HttpMethod.Patch, path, json);

    public Task<Answer> Put(string path, string json) => Send(HttpMethod.Put, path, json);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path);

    public async Task<Answer> Send(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }

    /// <summary>Buys the course with a saved card in one click.</summary>
    public Task<Answer> OneClick(
        string customer = DemoSeed.CustomerWithCards,
        string card = DemoSeed.GoodCard,
        string product = DemoSeed.Course,
        string more = ""
    ) =>
        Post(
            "checkouts",
            $$"""
            {
              "product_cart": [{ "product_id": "{{product}}", "quantity": 1 }],
              "customer": { "customer_id": "{{customer}}" },
              "confirm": true,
              "payment_method_id": "{{card}}"{{(more.Length == 0 ? "" : "," + more)}}
            }
            """
        );

    /// <summary>Reads a payment until its status no longer is processing.</summary>
    public async Task<JsonNode> FinalPayment(string paymentId)
    {
        await Get($"payments/{paymentId}");
        return (await Get($"payments/{paymentId}")).Ok;
    }

    public void Dispose() => _http.Dispose();
}

internal sealed record Answer(HttpStatusCode Status, JsonNode? Body)
{
    /// <summary>The body of a success.</summary>
    public JsonNode Ok
    {
        get
        {
            Assert.Equal(HttpStatusCode.OK, Status);
            return Body!;
        }
    }

    public JsonArray Items => Ok["items"]!.AsArray();

    public string[] Ids(string member) => [.. Items.Select(item => item!.Text(member)!)];

    public void IsError(int status, string code)
    {
        Assert.Equal(status, (int)Status);
        Assert.Equal(code, Body.Text("code"));
        Assert.False(string.IsNullOrWhiteSpace(Body.Text("message")));
        Assert.Equal(2, Body!.AsObject().Count);
    }

    /// <summary>A refused body, with the name of the field that is wrong.</summary>
    public void IsInvalidField(string field)
    {
        IsError(422, "INVALID_REQUEST_BODY");
        Assert.Contains($"`{field}`", Body.Text("message"), StringComparison.Ordinal);
    }
}

internal static class JsonReading
{
    public static string? Text(this JsonNode? node, string member) => node![member]?.GetValue<string>();

    public static int Number(this JsonNode? node, string member) => node![member]!.GetValue<int>();
}
