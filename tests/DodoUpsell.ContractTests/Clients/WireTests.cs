using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.ContractTests.Calls;
using DodoUpsell.ContractTests.Mappings;
using DodoUpsell.ContractTests.WireMock;
using DodoUpsell.TestKit;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>Tests exactly what each client sends, and that it reads the complete response.</summary>
public sealed class WireTests(WireMockServer wireMock, ITestOutputHelper output)
{
    // The headers that HttpClient and this suite add to those of the SDK.
    private static readonly string[] NoMoreHeadersThan =
    [
        "Accept",
        "Accept-Encoding",
        "Authorization",
        "Content-Length",
        "Content-Type",
        "Host",
        "User-Agent",
        WireMockAdmin.TestIdHeader,
        WireMockAdmin.TestCaseHeader,
    ];

    public static TheoryData<string, string> Calls
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var call in SdkCalls.All)
                data.Add(call.Operation, call.Case);
            return data;
        }
    }

    public static TheoryData<string> OperationsWithIds =>
        [
            .. DodoContract
                .All.Where(operation => operation.Path.Contains('{', StringComparison.Ordinal))
                .Select(operation => operation.Name),
        ];

    [Fact]
    public void Every_operation_of_the_contract_is_called()
    {
        var called = SdkCalls.All.Select(call => call.Operation).ToHashSet(StringComparer.Ordinal);

        output.WriteLine($"{called.Count} of {DodoContract.All.Count} operations, {SdkCalls.All.Count} calls.");
        Assert.Equal(
            DodoContract.All.Select(operation => operation.Name).Order(StringComparer.Ordinal),
            called.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Every_mapping_of_a_success_is_answered_to_a_call()
    {
        var calls = SdkCalls.All.Select(call => call.ToString());
        var stubs = StubFile.All.Where(stub =>
            stub.IsSuccess
            && stub.Operation is not null
            && !stub.Case.EndsWith("after the last page", StringComparison.Ordinal)
        );

        Assert.Equal(
            stubs.Select(stub => stub.ToString()).Order(StringComparer.Ordinal),
            calls.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_request_on_the_wire_is_exactly_that_of_the_mapping(string operation, string @case)
    {
        var call = SdkCalls.Get(operation, @case);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, call.Stub.TestCase);

        var request = exchange.Requests[0];
        Assert.Equal(call.Contract.HttpMethod, request.Method);
        Assert.Equal((string?)call.Stub.Request["urlPath"], request.Path);
        AssertQuery(call.Stub, request);
        AssertBody(call.Stub, request);
        AssertHeaders(call, request);
        if (!call.IsPaged)
        {
            Assert.Single(exchange.Requests);
            return;
        }

        Assert.Equal(2, exchange.Requests.Count);
        AssertQuery(StubFile.Get(operation, $"{@case}, after the last page"), exchange.Requests[1]);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_answer_is_read_in_full(string operation, string @case)
    {
        var call = SdkCalls.Get(operation, @case);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, call.Stub.TestCase);

        Assert.Null(exchange.Exception);
        if (exchange.Result is byte[] bytes)
        {
            Assert.Equal(Convert.FromBase64String((string)call.Stub.Mapping["response"]!["base64Body"]!), bytes);
            return;
        }

        var expected = SdkJson.PartReturned(call, call.Stub.ResponseBody);
        var actual = SdkJson.Of(exchange.Result);
        if (call.Operation is "Subscriptions.ChangePlanAsync")
            expected ??= new JsonObject();
        Assert.Empty(JsonComparison.Differences(expected, actual, absentIsDefault: call.Case is not "full"));
        Assert.Empty(UnknownMembers.In(exchange.Result));
    }

    [Theory]
    [MemberData(nameof(OperationsWithIds))]
    public async Task An_id_is_one_escaped_segment_of_the_path_whatever_it_contains(string operation)
    {
        var call = SdkCalls.First(operation);

        var exchange = await Exchange.SendAsync(
            await wireMock.GetAsync(),
            call,
            "rate-limited",
            Ids.All("a/b?c#d e%2Fé+&;=..")
        );

        var path = string.Join(
            '/',
            call.Contract.Path.Split('/')
                .Select(part => part.StartsWith('{') ? "a%2Fb%3Fc%23d%20e%252F%C3%A9%2B%26%3B%3D.." : part)
        );
        Assert.Equal(path, exchange.Request.Path);
    }

    private static void AssertQuery(Stub stub, RecordedRequest request)
    {
        var wanted = (stub.Request["queryParameters"]?.AsObject() ?? [])
            .Where(parameter => parameter.Value!["absent"] is null)
            .ToList();

        Assert.Equal(
            wanted.Select(parameter => parameter.Key).Order(StringComparer.Ordinal),
            request.Query.Select(parameter => parameter.Key).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        foreach (var (name, matcher) in wanted)
        {
            var sent = request
                .Query.Single(parameter => string.Equals(parameter.Key, name, StringComparison.Ordinal))
                .Value;
            if ((string?)matcher!["equalToDateTime"] is { } instant)
            {
                Assert.EndsWith("Z", sent, StringComparison.Ordinal);
                Assert.Equal(Known.At(instant), DateTimeOffset.Parse(sent, CultureInfo.InvariantCulture));
            }
            else
            {
                Assert.Equal((string?)matcher["equalTo"], sent);
            }
        }
    }

    private static void AssertBody(Stub stub, RecordedRequest request)
    {
        if (stub.RequestBody is { } body)
            Assert.Empty(JsonComparison.Differences(body, JsonNode.Parse(request.Body)));
        else
            Assert.Empty(request.Body);
    }

    private static void AssertHeaders(SdkCall call, RecordedRequest request)
    {
        Assert.Equal($"Bearer {Known.ApiKey}", request.Header("Authorization"));
        Assert.Equal(call.Contract.ResponseMediaType ?? "application/json", request.Header("Accept"));
        Assert.StartsWith("DodoUpsell/", request.Header("User-Agent"), StringComparison.Ordinal);
        if (call.Contract.Request is null)
            Assert.Null(request.Header("Content-Type"));
        else
            Assert.Matches("^application/json(; ?charset=utf-8)?$", request.Header("Content-Type")!);
        Assert.Empty(request.HeaderNames.Except(NoMoreHeadersThan, StringComparer.OrdinalIgnoreCase));
    }
}
