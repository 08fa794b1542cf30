using System.Text.Json.Serialization;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

public sealed partial class EscapeHatchTests
{
    [Fact]
    public async Task Any_other_path_can_be_read()
    {
        await using var server = new ScriptedServer(
            Reply.Reset,
            new Reply(200, """{"brand_id":"bus_1","name":"Main"}""")
        );
        using var dodo = The.ClientOf(server);

        var brand = await dodo.SendAsync(HttpMethod.Get, "/brands/bus_1?full=true", BrandJson.Default.Brand);

        Assert.Equal(new Brand("bus_1", "Main"), brand);
        Assert.Equal("/brands/bus_1?full=true", server.Received[1].Target);
        Assert.Equal($"Bearer {The.ApiKey}", server.Received[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_body_is_sent_and_is_not_repeated_unless_that_is_said_to_be_safe()
    {
        await using var server = new ScriptedServer(
            Reply.Reset,
            new Reply(200, """{"brand_id":"bus_1","name":"Main"}""")
        );
        using var dodo = The.ClientOf(server);
        var brand = new Brand("bus_1", "Main");

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() =>
            dodo.SendAsync(HttpMethod.Post, "/brands", brand, BrandJson.Default.Brand, BrandJson.Default.Brand)
        );
        Assert.Single(server.Received);
        Assert.Equal("""{"brand_id":"bus_1","name":"Main"}""", server.Received[0].Body);

        await using var second = new ScriptedServer(
            Reply.Reset,
            new Reply(200, """{"brand_id":"bus_1","name":"Main"}""")
        );
        using var other = The.ClientOf(second);
        await other.SendAsync(
            HttpMethod.Put,
            "/brands",
            brand,
            BrandJson.Default.Brand,
            BrandJson.Default.Brand,
            OperationSafety.Repeatable
        );
        Assert.Equal(2, second.Received.Count);
    }

    [Theory]
    [InlineData("brands")]
    [InlineData("//evil.example/brands")]
    [InlineData("https://evil.example/brands")]
    [InlineData("/brands/../payments")]
    [InlineData("/brands\r\nX: y")]
    [InlineData("")]
    public async Task A_path_that_could_lead_elsewhere_is_refused(string path)
    {
        using var dodo = new DodoClient(The.Options());

        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            dodo.SendAsync(HttpMethod.Get, path, BrandJson.Default.Brand)
        );

        Assert.Equal("path", refused.ParamName);
    }

    [Fact]
    public async Task The_raw_answer_can_be_seen_of_a_success_and_of_an_error()
    {
        await using var server = new ScriptedServer(
            new Reply(200, The.CustomerJson).With("X-RateLimit-Remaining", "39"),
            Reply.Error(404, "NOT_FOUND")
        );
        using var dodo = The.ClientOf(server);
        var seen = new List<DodoResponse>();
        var watched = dodo.WithOptions(
            new()
            {
                OnResponse = seen.Add,
                Headers = new Dictionary<string, string> { ["X-Trace"] = "t-1" },
            }
        );

        await watched.Customers.GetAsync("cus_1");
        await Assert.ThrowsAsync<DodoApiException>(() => watched.Customers.GetAsync("cus_2"));
        await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_2"));

        Assert.Equal([200, 404], seen.Select(response => (int)response.StatusCode));
        Assert.Equal("39", seen[0].Headers["x-ratelimit-remaining"]);
        Assert.Equal(The.CustomerJson, System.Text.Encoding.UTF8.GetString(seen[0].Body.Span));
        Assert.Equal(1, seen[0].Attempts);
        Assert.Equal("GET /customers/{customerId}: 200", seen[0].ToString());
        Assert.Equal("t-1", server.Received[0].Headers["X-Trace"]);
        Assert.False(server.Received[2].Headers.ContainsKey("X-Trace"));
    }

    [Theory]
    [InlineData("Authorization", "Bearer other")]
    [InlineData("X-Trace", "a\r\nb")]
    public void Headers_that_the_SDK_owns_or_that_would_split_are_refused(string name, string value)
    {
        using var dodo = new DodoClient(The.Options());

        Assert.Throws<ArgumentException>(() =>
            dodo.WithOptions(new() { Headers = new Dictionary<string, string> { [name] = value } })
        );
    }

    [Fact]
    public async Task Every_request_says_who_asks_and_for_what()
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        using var dodo = The.ClientOf(server);

        await dodo.Customers.GetAsync("cus_1");

        var headers = server.Received[0].Headers;
        Assert.Matches(@"^DodoUpsell/\d+\.\d+\.\d+ \(\.NET \d+\.\d+\.\d+; \w+; \w+\)$", headers["User-Agent"]);
        Assert.Equal("application/json", headers["Accept"]);
    }

    internal sealed record Brand(string BrandId, string Name);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Brand))]
    internal sealed partial class BrandJson : JsonSerializerContext;
}
