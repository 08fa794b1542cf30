using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace DodoUpsell.AspNetCore.Tests.Support;

/// <summary>Requests of one user's browser. By default they come from a page of the shop itself.</summary>
internal sealed record Visit(ShopApp Shop, string? User)
{
    public string? Site { get; init; } = "same-origin";

    public string? Origin { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Ends the request as a browser does whose user leaves.</summary>
    public CancellationToken Stop { get; init; } = TestContext.Current.CancellationToken;

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Answer> PostAsync(string path, string json = "{}", string type = "application/json") =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new StringContent(json, Encoding.UTF8)
                {
                    Headers = { ContentType = MediaTypeHeaderValue.Parse(type) },
                },
            }
        );

    public Task<Answer> PostFormAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(
                    fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
                ),
            }
        );

    public Task<Answer> AcceptAsync(Offer offer, string? disclosureId = null) =>
        PostAsync(
            $"/upsell/offers/{offer.Id}/accept",
            new JsonObject { ["disclosureId"] = disclosureId ?? offer.Disclosure.Id }.ToJsonString()
        );

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            Add(ShopApp.UserHeader, User);
            Add("Sec-Fetch-Site", Site);
            Add("Origin", Origin);
            foreach (var (name, value) in Headers)
                Add(name, value);
            using var response = await Shop.Http.SendAsync(request, Stop);
            return await Answer.OfAsync(response);
        }

        void Add(string name, string? value)
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}

/// <summary>A response with its body as text.</summary>
internal sealed record Answer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The body is null.");

    public string? Code => Json["code"]?.GetValue<string>();

    public string? this[string member] => Json[member]?.GetValue<string>();

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(
                    header => header.Key,
                    header => string.Join(", ", header.Value),
                    StringComparer.OrdinalIgnoreCase
                )
        );

    public override string ToString() => $"{Status} {Body}";
}
