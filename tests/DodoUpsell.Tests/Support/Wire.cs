using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;

namespace DodoUpsell.Tests.Support;

/// <summary>
/// Stands between the SDK and an emulator: it keeps what passes, changes answers where a test says so, and dates them
/// by the emulator's clock.
/// </summary>
internal sealed class Wire(DodoEmulator emulator) : DelegatingHandler(emulator.CreateHandler())
{
    private readonly ConcurrentQueue<(string Call, string Query, JsonObject? Body)> _requests = new();

    /// <summary>How long after it began a payment is in lists.</summary>
    public TimeSpan ListLag { get; set; }

    /// <summary>Payments that lists leave out whatever their age.</summary>
    public Func<JsonObject, bool> IsHidden { get; set; } = static _ => false;

    /// <summary>Changes every payment that an answer shows, whole or as a row of a list.</summary>
    public Action<JsonObject> OnPayment { get; set; } = static _ => { };

    /// <summary>Changes the answer to a call, such as <c>POST /checkouts/preview</c>, given what was asked.</summary>
    public Dictionary<string, Action<JsonObject?, JsonObject>> OnAnswer { get; } = new(StringComparer.Ordinal);

    /// <summary>How much later than the emulator's clock the API's is, by its <c>Date</c>.</summary>
    public TimeSpan DateAhead { get; set; }

    /// <summary>Runs before a call is handled.</summary>
    public Func<string, Task> BeforeCall { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Payments that the API has besides the emulator's own; they take no money.</summary>
    public Dictionary<string, JsonObject> FurtherPayments { get; } = new(StringComparer.Ordinal);

    /// <summary>Every call since the last <see cref="Forget"/>, as method and path, with its query and body.</summary>
    public IReadOnlyCollection<(string Call, string Query, JsonObject? Body)> Requests => _requests;

    public void Forget() => _requests.Clear();

    public int Count(string call) => _requests.Count(request => request.Call == call);

    public JsonObject LastBody(string call) => _requests.Last(request => request.Call == call).Body!;

    /// <summary>A payment as the API shows it, whatever this handler makes of it for others.</summary>
    public async Task<JsonObject> RawPaymentAsync(string paymentId)
    {
        using var http = new HttpClient(emulator.CreateHandler());
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(DodoEmulator.InProcessAddress, $"payments/{paymentId}")
        );
        request.Headers.Authorization = new("Bearer", The.ApiKey);
        using var answer = await http.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var uri = request.RequestUri!;
        var call = $"{request.Method} {uri.AbsolutePath}";
        using var sent = await CopyAsync(request, cancellationToken);
        var body = sent.Content is null ? null : Parse(await sent.Content.ReadAsStringAsync(cancellationToken));
        _requests.Enqueue((call, uri.Query, body));
        await BeforeCall(call);
        var answer = await AnswerAsync(call, uri, body, sent, cancellationToken);
        answer.RequestMessage = request;
        answer.Headers.Date = emulator.Clock.GetUtcNow() + DateAhead;
        return answer;
    }

    // As a socket would take it: the body is written out once.
    private static async Task<HttpRequestMessage> CopyAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var header in request.Headers)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        if (request.Content is null)
            return copy;
        using var bytes = new MemoryStream();
        await request.Content.CopyToAsync(bytes, cancellationToken);
        copy.Content = new ByteArrayContent(bytes.ToArray());
        foreach (var header in request.Content.Headers)
            copy.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return copy;
    }

    private static JsonObject? Parse(string text) =>
        text.Length > 0 && text[0] == '{' ? JsonNode.Parse(text)!.AsObject() : null;

    private async Task<HttpResponseMessage> AnswerAsync(
        string call,
        Uri uri,
        JsonObject? asked,
        HttpRequestMessage sent,
        CancellationToken cancellationToken
    )
    {
        var id = call.StartsWith("GET /payments/", StringComparison.Ordinal) ? uri.Segments[2].TrimEnd('/') : "";
        if (FurtherPayments.TryGetValue(id, out var further))
            return Json(further.ToJsonString());

        var answer = await base.SendAsync(sent, cancellationToken);
        var changes = OnAnswer.TryGetValue(call, out var change);
        if (!answer.IsSuccessStatusCode || (!changes && id.Length == 0 && call != "GET /payments"))
            return answer;
        if (Parse(await answer.Content.ReadAsStringAsync(cancellationToken)) is not { } json)
            return answer;
        answer.Dispose();
        if (call == "GET /payments")
            ChangeList(json, uri);
        else if (id.Length > 0 && uri.Segments.Length == 3)
            OnPayment(json);
        change?.Invoke(asked, json);
        return Json(json.ToJsonString());
    }

    private void ChangeList(JsonObject json, Uri uri)
    {
        var now = emulator.Clock.GetUtcNow();
        var rows = json["items"]!
            .AsArray()
            .Select(row => row!.DeepClone().AsObject())
            .Where(row => CreatedAt(row) + ListLag <= now && !IsHidden(row))
            .ToList();
        foreach (var row in rows)
            OnPayment(row);
        if (uri.Query.Contains("page_number=0", StringComparison.Ordinal))
            rows.AddRange(FurtherPayments.Values.Select(payment => payment.DeepClone().AsObject()));
        json["items"] = new JsonArray([.. rows]);
    }

    private static DateTimeOffset CreatedAt(JsonObject row) =>
        DateTimeOffset.Parse(row["created_at"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    private static HttpResponseMessage Json(string json) =>
        new(System.Net.HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
