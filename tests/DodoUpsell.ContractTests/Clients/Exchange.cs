using System.Text.Json.Nodes;
using DodoUpsell.ContractTests.Calls;
using DodoUpsell.ContractTests.WireMock;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>One call of the SDK to WireMock, with its request and its result.</summary>
public sealed record Exchange(IReadOnlyList<RecordedRequest> Requests, object? Result, Exception? Exception)
{
    /// <summary>The only request that was sent.</summary>
    public RecordedRequest Request => Assert.Single(Requests);

    /// <summary>Executes a call and collects its requests.</summary>
    /// <param name="server">The server.</param>
    /// <param name="call">The call.</param>
    /// <param name="testCase">The case of the stub that responds, if it is not the successful one.</param>
    /// <param name="ids">The ids in the path.</param>
    /// <param name="maxRetries">The maximum number of retries of the SDK.</param>
    public static async Task<Exchange> SendAsync(
        WireMockAdmin server,
        SdkCall call,
        string? testCase = null,
        Ids? ids = null,
        int maxRetries = 0
    )
    {
        var testId = Guid.NewGuid().ToString("N");
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { [WireMockAdmin.TestIdHeader] = testId };
        if (testCase is not null)
            headers[WireMockAdmin.TestCaseHeader] = testCase;

        using var dodo = new DodoClient(
            new DodoUpsellOptions
            {
                ApiKey = Known.ApiKey,
                Environment = DodoEnvironment.Test,
                BaseAddress = server.Address,
                RateLimit = RateLimitTier.Off,
                MaxRetries = maxRetries,
            }
        );

        object? result = null;
        var exception = await Record.ExceptionAsync(async () =>
            result = await call.SendAsync(dodo.WithOptions(new RequestOptions { Headers = headers }), ids ?? new Ids())
        );
        return new Exchange(
            await server.RequestsOfAsync(testId, TestContext.Current.CancellationToken),
            result,
            exception
        );
    }

    /// <summary>Executes a call to which a stub of the test responds with a JSON body.</summary>
    public static async Task<Exchange> SendAsync(WireMockAdmin server, SdkCall call, JsonNode answer)
    {
        var testCase = Guid.NewGuid().ToString("N");
        var matcher = new JsonObject
        {
            ["urlPathPattern"] = "/.*",
            ["headers"] = new JsonObject { [WireMockAdmin.TestCaseHeader] = new JsonObject { ["equalTo"] = testCase } },
        };
        var stub = new JsonObject
        {
            ["priority"] = 1,
            ["request"] = matcher,
            ["response"] = new JsonObject
            {
                ["status"] = 200,
                ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
                ["jsonBody"] = answer.DeepClone(),
            },
        };
        var added = new List<string> { await server.AddStubAsync(stub, TestContext.Current.CancellationToken) };
        if (call.IsPaged)
            added.Add(await server.AddStubAsync(NoMorePages(matcher), TestContext.Current.CancellationToken));

        try
        {
            return await SendAsync(server, call, testCase);
        }
        finally
        {
            foreach (var id in added)
                await server.RemoveStubAsync(id, TestContext.Current.CancellationToken);
        }
    }

    // If two stubs with the same priority match, WireMock uses the one that was added last.
    private static JsonObject NoMorePages(JsonObject matcher)
    {
        var request = matcher.DeepClone().AsObject();
        request["queryParameters"] = new JsonObject { ["page_number"] = new JsonObject { ["equalTo"] = "1" } };
        return new JsonObject
        {
            ["priority"] = 1,
            ["request"] = request,
            ["response"] = new JsonObject
            {
                ["status"] = 200,
                ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
                ["jsonBody"] = new JsonObject { ["items"] = new JsonArray() },
            },
        };
    }
}
