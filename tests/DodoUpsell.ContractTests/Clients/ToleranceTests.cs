using DodoUpsell.ContractTests.Calls;
using DodoUpsell.ContractTests.WireMock;
using DodoUpsell.TestKit;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>
/// Tests that the SDK tolerates changes of the API: unknown data is kept, and optional members may be missing.
/// </summary>
public sealed class ToleranceTests(WireMockServer wireMock)
{
    public static TheoryData<string> OperationsWithJson =>
        [.. DodoContract.All.Where(operation => operation.AnswersJson).Select(operation => operation.Name)];

    public static TheoryData<string> OperationsWithUnions =>
        [
            .. SdkCalls
                .All.Where(call => call.Contract.AnswersJson && Mutations.HasUnion(call.Contract.Response!))
                .Select(call => call.Operation)
                .Distinct(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(OperationsWithJson))]
    public async Task Unknown_members_and_values_survive_the_round_trip(string operation)
    {
        var call = SdkCalls.First(operation);
        var answer = Mutations.WithUnknowns(call.Contract.Response!, call.Stub.ResponseBody!);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, answer);

        Assert.Null(exchange.Exception);
        Assert.NotEmpty(JsonComparison.Differences(call.Stub.ResponseBody, answer));
        Assert.Empty(JsonComparison.Differences(SdkJson.PartReturned(call, answer), SdkJson.Of(exchange.Result)));
        Assert.Equal(call.Contract.Response!.Node["$ref"] is not null, UnknownMembers.In(exchange.Result).Count > 0);
    }

    [Theory]
    [MemberData(nameof(OperationsWithUnions))]
    public async Task A_case_of_a_union_that_is_not_known_survives_the_round_trip(string operation)
    {
        var call = SdkCalls.First(operation);
        var answer = Mutations.WithUnknownCases(call.Contract.Response!, call.Stub.ResponseBody!);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, answer);

        Assert.Null(exchange.Exception);
        Assert.NotEmpty(JsonComparison.Differences(call.Stub.ResponseBody, answer));
        Assert.Empty(JsonComparison.Differences(SdkJson.PartReturned(call, answer), SdkJson.Of(exchange.Result)));
    }

    [Theory]
    [MemberData(nameof(OperationsWithJson))]
    public async Task Members_that_may_be_missing_may_be_missing(string operation)
    {
        var call = SdkCalls.First(operation);
        var answer = Mutations.WithoutOptionalMembers(call.Contract.Response!, call.Stub.ResponseBody!);

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, answer);

        Assert.Null(exchange.Exception);
        Assert.Empty(
            JsonComparison.Differences(
                SdkJson.PartReturned(call, answer),
                SdkJson.Of(exchange.Result),
                absentIsDefault: true
            )
        );
    }
}
