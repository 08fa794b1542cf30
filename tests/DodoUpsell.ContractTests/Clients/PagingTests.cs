using System.Text.Json.Nodes;
using DodoUpsell.ContractTests.Calls;
using DodoUpsell.ContractTests.WireMock;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>
/// Tests lists of several pages, with a server that returns a different page for each number or cursor.
/// </summary>
public sealed class PagingTests(WireMockServer wireMock)
{
    [Fact]
    public async Task Page_numbers_start_at_zero_and_go_on_until_a_page_is_empty()
    {
        var exchange = await SendAsync(
            SdkCalls.Get("Addons.ListAsync", "minimal"),
            Page("page_number", "0", Items(Known.Seat)),
            Page("page_number", "1", Items(Known.Backup)),
            Page("page_number", "2", Items())
        );

        Assert.Null(exchange.Exception);
        Assert.Equal(["0", "1", "2"], Sent(exchange, "page_number"), StringComparer.Ordinal);
        Assert.Equal(
            [Known.Seat, Known.Backup],
            ((List<Addon>)exchange.Result!).Select(addon => addon.Id),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task A_server_that_sends_the_same_page_for_ever_is_an_error_and_not_an_endless_loop()
    {
        var exchange = await SendAsync(
            SdkCalls.Get("Addons.ListAsync", "minimal"),
            Page("page_size", "100", Items(Known.Seat))
        );

        Assert.Equal(2, exchange.Requests.Count);
        Assert.IsType<DodoApiException>(exchange.Exception);
    }

    [Fact]
    public async Task A_cursor_is_followed_until_the_server_is_done()
    {
        var exchange = await SendAsync(
            SdkCalls.Get("WebhookEndpoints.ListAsync", "minimal"),
            Page("iterator", null, Webhooks(Known.Webhook, done: false, "iter two&=")),
            Page("iterator", "iter two&=", Webhooks(Known.OtherWebhook, done: true, "iter_three"))
        );

        Assert.Null(exchange.Exception);
        Assert.Equal([null, "iter two&="], Sent(exchange, "iterator"), StringComparer.Ordinal);
        Assert.Equal(
            [Known.Webhook, Known.OtherWebhook],
            ((List<WebhookEndpoint>)exchange.Result!).Select(endpoint => endpoint.Id),
            StringComparer.Ordinal
        );
    }

    private static IEnumerable<string?> Sent(Exchange exchange, string parameter) =>
        exchange.Requests.Select(request =>
            request.Query.SingleOrDefault(query => string.Equals(query.Key, parameter, StringComparison.Ordinal)).Value
        );

    private static JsonObject Items(params IEnumerable<string> ids) =>
        new() { ["items"] = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = id })]) };

    private static JsonObject Webhooks(string id, bool done, string iterator) =>
        new()
        {
            ["data"] = new JsonArray(new JsonObject { ["id"] = id }),
            ["done"] = done,
            ["iterator"] = iterator,
        };

    private static (JsonObject Query, JsonObject Body) Page(string parameter, string? value, JsonObject body) =>
        (
            new()
            {
                [parameter] = value is null
                    ? new JsonObject { ["absent"] = true }
                    : new JsonObject { ["equalTo"] = value },
            },
            body
        );

    private async Task<Exchange> SendAsync(SdkCall call, params IEnumerable<(JsonObject Query, JsonObject Body)> pages)
    {
        var server = await wireMock.GetAsync();
        var testCase = Guid.NewGuid().ToString("N");
        var added = new List<string>();
        foreach (var (query, body) in pages)
        {
            added.Add(
                await server.AddStubAsync(
                    new()
                    {
                        ["priority"] = 1,
                        ["request"] = new JsonObject
                        {
                            ["urlPathPattern"] = "/.*",
                            ["queryParameters"] = query,
                            ["headers"] = new JsonObject
                            {
                                [WireMockAdmin.TestCaseHeader] = new JsonObject { ["equalTo"] = testCase },
                            },
                        },
                        ["response"] = new JsonObject
                        {
                            ["status"] = 200,
                            ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
                            ["jsonBody"] = body,
                        },
                    },
                    TestContext.Current.CancellationToken
                )
            );
        }

        var exchange = await Exchange.SendAsync(server, call, testCase);
        foreach (var id in added)
            await server.RemoveStubAsync(id, TestContext.Current.CancellationToken);
        return exchange;
    }
}
