using System.Net;
using System.Text.Json.Nodes;
using DodoUpsell.ContractTests.Calls;
using DodoUpsell.ContractTests.Mappings;
using DodoUpsell.ContractTests.WireMock;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>
/// Tests that every kind of invalid response leads to one of the SDK's documented exceptions, and never to an exception
/// of a parser.
/// </summary>
public sealed class FailureTests(WireMockServer wireMock)
{
    public static TheoryData<string, int> ErrorStatuses
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var operation in DodoContract.All)
            {
                foreach (var status in operation.ErrorStatuses)
                    data.Add(operation.Name, status);
            }

            return data;
        }
    }

    public static TheoryData<string> Operations => [.. DodoContract.All.Select(operation => operation.Name)];

    public static TheoryData<string> Charges =>
        [.. SdkCalls.All.Where(call => call.IsCharge).Select(call => call.Operation).Distinct(StringComparer.Ordinal)];

    public static TheoryData<string> OperationsWithJson =>
        [.. DodoContract.All.Where(operation => operation.AnswersJson).Select(operation => operation.Name)];

    public static MatrixTheoryData<string, string> UnreadableAnswers =>
        new(
            DodoContract.All.Select(operation => operation.Name),
            ["empty-body", "truncated", "html-200", "wrong-type"]
        );

    public static MatrixTheoryData<string, string> LostAnswers =>
        new(DodoContract.All.Select(operation => operation.Name), ["connection-reset", "no-response", "broken-chunk"]);

    [Theory]
    [MemberData(nameof(ErrorStatuses))]
    public async Task A_declared_error_status_is_an_exception_with_status_code_and_message(string operation, int status)
    {
        var call = SdkCalls.First(operation);
        var body = StubFile.Get(operation, $"status-{status}").ResponseBody!;

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, $"status-{status}");

        Assert.Single(exchange.Requests);
        var error = AssertApiException(
            call,
            exchange,
            (HttpStatusCode)status,
            outcomeIsUnknown: call.IsCharge && status >= 500
        );
        Assert.Equal((string?)body["code"], error.Code.Value);
        Assert.Equal((string?)body["message"], error.ApiMessage);
        Assert.StartsWith($"{call.Contract.HttpMethod} /", error.Operation, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(UnreadableAnswers))]
    public async Task A_success_that_cannot_be_read_is_an_exception(string operation, string testCase)
    {
        var call = SdkCalls.First(operation);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, testCase);

        if (IsGoodEnough(call, testCase))
            Assert.Null(exchange.Exception);
        else
            AssertApiException(call, exchange, HttpStatusCode.OK, outcomeIsUnknown: call.IsCharge);
    }

    [Theory]
    [MemberData(nameof(OperationsWithJson))]
    public async Task A_member_of_the_wrong_type_is_an_exception(string operation)
    {
        var call = SdkCalls.First(operation);
        var answer = Mutations.WithAWrongType(call.Contract.Response!, call.Stub.ResponseBody!);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, answer);

        AssertApiException(call, exchange, HttpStatusCode.OK, outcomeIsUnknown: call.IsCharge);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_page_of_a_proxy_is_an_exception_with_its_status_and_no_code(string operation)
    {
        var call = SdkCalls.First(operation);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, "html-502");

        var error = AssertApiException(call, exchange, HttpStatusCode.BadGateway, outcomeIsUnknown: call.IsCharge);
        Assert.Equal("", error.Code.Value);
        Assert.Null(error.ApiMessage);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_refused_key_is_an_exception_and_never_an_unknown_outcome(string operation)
    {
        var call = SdkCalls.First(operation);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, "unauthorized");

        var error = AssertApiException(call, exchange, HttpStatusCode.Unauthorized, outcomeIsUnknown: false);
        Assert.Equal("UNAUTHORIZED", error.Code.Value);
        Assert.False(error.IsTransient);
        Assert.DoesNotContain(Known.ApiKey, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_full_rate_limit_is_transient_and_never_an_unknown_outcome(string operation)
    {
        var call = SdkCalls.First(operation);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, "rate-limited");

        var error = AssertApiException(call, exchange, HttpStatusCode.TooManyRequests, outcomeIsUnknown: false);
        Assert.Equal("TOO_MANY_REQUESTS", error.Code.Value);
        Assert.Null(error.ApiMessage);
        Assert.True(error.IsTransient);
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_is_a_connection_error_or_for_a_charge_an_unknown_outcome(
        string operation,
        string testCase
    )
    {
        var call = SdkCalls.First(operation);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, testCase);

        if (!call.IsCharge)
        {
            Assert.IsType<DodoConnectionException>(exchange.Exception);
            return;
        }

        Assert.Single(exchange.Requests);
        var unknown = Assert.IsType<DodoUnknownOutcomeException>(exchange.Exception);
        Assert.IsType<DodoConnectionException>(unknown.InnerException);
        Assert.Null(unknown.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Charges))]
    public async Task A_charge_with_an_unknown_outcome_is_sent_once_even_where_retries_are_allowed(string operation)
    {
        var server = await wireMock.GetAsync();
        var call = SdkCalls.All.First(call =>
            call.IsCharge && string.Equals(call.Operation, operation, StringComparison.Ordinal)
        );

        foreach (var testCase in (string[])["html-502", "html-200", "connection-reset", "no-response"])
        {
            var exchange = await Exchange.SendAsync(server, call, testCase, maxRetries: 3);

            Assert.Single(exchange.Requests);
            Assert.IsType<DodoUnknownOutcomeException>(exchange.Exception);
        }
    }

    private static DodoApiException AssertApiException(
        SdkCall call,
        Exchange exchange,
        HttpStatusCode status,
        bool outcomeIsUnknown
    )
    {
        var exception = exchange.Exception;
        if (outcomeIsUnknown)
        {
            var unknown = Assert.IsType<DodoUnknownOutcomeException>(exception);
            Assert.Equal(status, unknown.StatusCode);
            Assert.False(unknown.IsTransient);
            exception = unknown.InnerException;
        }

        var error = Assert.IsType<DodoApiException>(exception);
        Assert.Equal(status, error.StatusCode);
        Assert.Contains(call.Operation, error.Message, StringComparison.Ordinal);
        return error;
    }

    // Some operations succeed without a body. For these, only an HTML page is a failure.
    private static bool IsGoodEnough(SdkCall call, string testCase) =>
        call switch
        {
            { Operation: "Subscriptions.ChangePlanAsync" } => testCase is "empty-body",
            { Contract.ResponseMediaType: null } => testCase is not "html-200",
            _ => false,
        };
}
