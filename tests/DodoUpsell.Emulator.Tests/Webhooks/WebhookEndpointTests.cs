using System.Net;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Webhooks;

public sealed class WebhookEndpointTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public WebhookEndpointTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task An_endpoint_is_created_read_changed_and_deleted()
    {
        var created = (
            await _api.Post(
                "webhooks",
                """
                { "url": "https://shop.example/", "description": "Shop", "metadata": { "team": "a" },
                  "rate_limit": 5, "filter_types": ["refund.succeeded"] }
                """
            )
        ).Ok;
        var path = "webhooks/" + created.Text("id");

        Assert.Equal(created.ToJsonString(), (await _api.Get(path)).Ok.ToJsonString());
        Assert.Equal("a", created["metadata"].Text("team"));
        Assert.Equal(5, created.Number("rate_limit"));
        Assert.Equal("refund.succeeded", created["filter_types"]![0]!.GetValue<string>());
        var secret = (await _api.Get(path + "/secret")).Ok.Text("secret")!;
        Assert.Equal(32, Convert.FromBase64String(secret["whsec_".Length..]).Length);

        _emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = (
            await _api.Patch(
                path,
                """{ "disabled": true, "filter_types": [], "url": "http://127.0.0.1:1/x", "description": null }"""
            )
        ).Ok;
        Assert.True(changed["disabled"]!.GetValue<bool>());
        Assert.Null(changed["filter_types"]);
        Assert.Equal("Shop", changed.Text("description"));
        Assert.Equal("2026-01-15T09:01:00Z", changed.Text("updated_at"));

        var deleted = await _api.Delete(path);
        Assert.Equal(HttpStatusCode.OK, deleted.Status);
        Assert.Null(deleted.Body);
        (await _api.Get(path)).IsError(404, "NOT_FOUND");
        (await _api.Delete(path)).IsError(404, "NOT_FOUND");
        (await _api.Patch(path, "{")).IsError(404, "NOT_FOUND");
    }

    [Fact]
    public async Task A_key_that_was_used_returns_the_endpoint_it_made()
    {
        const string body = """{ "url": "https://shop.example/", "idempotency_key": "k" }""";

        Assert.Equal(
            (await _api.Post("webhooks", body)).Ok.Text("id"),
            (await _api.Post("webhooks", body)).Ok.Text("id")
        );
        Assert.Single((await _api.Get("webhooks")).Ok["data"]!.AsArray());
    }

    [Theory]
    [InlineData("""{ }""", "url")]
    [InlineData("""{ "url": 5 }""", "url")]
    [InlineData("""{ "url": "https://a.example/", "filter_types": ["payment.unknown"] }""", "filter_types[0]")]
    [InlineData("""{ "url": "https://a.example/", "rate_limit": -1 }""", "rate_limit")]
    [InlineData("""{ "url": "https://a.example/", "metadata": { "a": 1 } }""", "metadata.a")]
    [InlineData("""{ "url": "https://a.example/", "headers": { "a": null } }""", "headers.a")]
    public async Task A_body_that_is_wrong_is_refused_by_the_name_of_the_field(string body, string field) =>
        (await _api.Post("webhooks", body)).IsInvalidField(field);

    [Theory]
    [InlineData("""{ "url": "shop.example" }""")]
    [InlineData("""{ "url": "ftp://shop.example/" }""")]
    [InlineData("""{ "url": "https://a.example/", "headers": { "webhook-id": "mine" } }""")]
    [InlineData("""{ "url": "https://a.example/", "headers": { "no spaces": "x" } }""")]
    [InlineData("""{ "url": "https://a.example/", "headers": { "x": "a\r\nb" } }""")]
    public async Task What_cannot_be_sent_is_refused(string body) =>
        (await _api.Post("webhooks", body)).IsError(422, "INVALID_REQUEST_PARAMETERS");

    [Fact]
    public async Task The_list_is_complete_forwards_and_backwards()
    {
        List<string> created = [];
        for (var number = 0; number < 7; number++)
            created.Add(
                (await _api.Post("webhooks", $$"""{ "url": "https://shop.example/{{number}}" }""")).Ok.Text("id")!
            );

        List<string> read = [];
        JsonNode page;
        var query = "webhooks?limit=3";
        do
        {
            page = (await _api.Get(query)).Ok;
            read.AddRange(page["data"]!.AsArray().Select(row => row.Text("id")!));
            query = "webhooks?limit=3&iterator=" + page.Text("iterator");
        } while (!page["done"]!.GetValue<bool>());

        Assert.Equal(created, read, StringComparer.Ordinal);
        var back = (await _api.Get("webhooks?limit=3&iterator=" + page.Text("prev_iterator"))).Ok;
        Assert.Equal(
            created.Skip(3).Take(3),
            back["data"]!.AsArray().Select(row => row.Text("id")!),
            StringComparer.Ordinal
        );
        var past = (await _api.Get("webhooks?iterator=" + page.Text("iterator"))).Ok;
        Assert.Empty(past["data"]!.AsArray());
        Assert.True(past["done"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_cursor_that_no_list_gave_is_refused()
    {
        foreach (var query in new[] { "limit=0", "limit=x", "iterator=ep_1", "iterator=it_x", "iterator=-" })
            (await _api.Get("webhooks?" + query)).IsError(422, "INVALID_QUERY_PARAMS");
    }

    [Fact]
    public async Task A_test_may_add_an_endpoint_and_rotate_its_secret()
    {
        var added = (
            await _api.Post(
                "_emulator/webhooks",
                """{ "url": "https://shop.example/", "secret": "whsec_c2VjcmV0", "shuffle": true, "duplicate": true }"""
            )
        ).Ok;

        Assert.Equal("whsec_c2VjcmV0", added.Text("secret"));
        Assert.Equal("whsec_c2VjcmV0", (await _api.Get($"webhooks/{added.Text("id")}/secret")).Ok.Text("secret"));
        var rotated = (await _api.Post($"_emulator/webhooks/{added.Text("id")}/rotate-secret", "")).Ok;
        Assert.NotEqual("whsec_c2VjcmV0", rotated.Text("secret"), StringComparer.Ordinal);
        (
            await _api.Post("_emulator/webhooks", """{ "url": "https://shop.example/", "secret": "whsec_?" }""")
        ).IsInvalidField("secret");
        (await _api.Post("_emulator/webhooks/ep_none/rotate-secret", "")).IsError(404, "NOT_FOUND");
        Assert.Throws<ArgumentException>(() => new EmulatedWebhook(new Uri("/relative", UriKind.Relative)));
        Assert.Throws<ArgumentException>(() => new EmulatedWebhook(WebhookReceiver.Address) { Secret = "?" });
    }
}
