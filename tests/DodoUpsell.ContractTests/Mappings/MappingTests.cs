using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DodoUpsell.ContractTests.WireMock;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Mappings;

public sealed class MappingTests(WireMockServer wireMock, ContractValidator validator, ITestOutputHelper output)
{
    public static TheoryData<string> Operations => [.. DodoContract.All.Select(operation => operation.Name)];

    [Fact]
    public void Every_operation_of_the_contract_has_a_mapping()
    {
        var missing = DodoContract
            .All.Where(operation => !StubFile.Of(operation).Any(stub => stub.IsSuccess && stub.TestCase is null))
            .Select(operation => operation.Name)
            .ToList();

        output.WriteLine(
            $"{DodoContract.All.Count - missing.Count} of {DodoContract.All.Count} operations have a mapping."
        );
        Assert.Empty(missing);
        Assert.Equal((52, 2), (DodoContract.Operations.Count, DodoContract.Newer.Count));
    }

    [Fact]
    public void Every_mapping_names_an_operation_of_the_contract_and_lies_in_the_file_of_that_name()
    {
        var astray = StubFile
            .All.Where(stub => stub.Operation is not null)
            .Where(stub =>
                DodoContract.All.All(operation =>
                    !string.Equals(operation.Name, stub.Operation, StringComparison.Ordinal)
                )
                || !string.Equals(
                    stub.File,
                    stub.Operation!.Replace('.', '/')[..^"Async".Length] + ".json",
                    StringComparison.Ordinal
                )
            );

        Assert.Empty(astray);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Each_declared_error_status_has_a_mapping(string name)
    {
        var operation = DodoContract.Get(name);

        var statuses = StubFile.Of(operation).Where(stub => !stub.IsSuccess).Select(stub => stub.Status).Order();

        Assert.Equal(operation.ErrorStatuses.Order(), statuses);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_mapping_asks_for_the_operations_own_method_path_and_query(string name)
    {
        var operation = DodoContract.Get(name);
        var template = operation.Path.Split('/');

        foreach (var stub in StubFile.Of(operation))
        {
            Assert.Equal(operation.HttpMethod, (string?)stub.Request["method"]);
            var path = ((string)stub.Request["urlPath"]!).Split('/');
            Assert.Equal(template.Length, path.Length);
            Assert.All(
                template.Zip(path),
                pair =>
                    Assert.True(
                        pair.First.StartsWith('{') || string.Equals(pair.First, pair.Second, StringComparison.Ordinal),
                        stub.ToString()
                    )
            );
        }

        var asked = StubFile
            .Of(operation)
            .SelectMany(stub => stub.Request["queryParameters"]?.AsObject().Select(parameter => parameter.Key) ?? []);
        Assert.Equal(
            operation.Query.Select(parameter => parameter.Name).Order(StringComparer.Ordinal),
            asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_bodies_of_a_mapping_are_valid_against_the_contract(string name)
    {
        var operation = DodoContract.Get(name);

        foreach (var stub in StubFile.Of(operation))
        {
            if (stub.RequestBody is { } request)
                Assert.Empty(await validator.ValidateAsync(request, operation.Request!));

            if (stub.IsSuccess && operation.AnswersJson)
                Assert.Empty(await validator.ValidateAsync(stub.ResponseBody, operation.Response!));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_query_values_of_a_mapping_are_valid_against_the_contract(string name)
    {
        var operation = DodoContract.Get(name);
        var asked = StubFile.Of(operation).SelectMany(stub => stub.Request["queryParameters"]?.AsObject() ?? []);

        foreach (var (parameter, matcher) in asked)
        {
            if ((string?)(matcher!["equalTo"] ?? matcher["equalToDateTime"]) is not { } text)
                continue;

            var schema = operation
                .Query.Single(query => string.Equals(query.Name, parameter, StringComparison.Ordinal))
                .Schema;
            var asJson =
                schema.Node["type"]?.ToJsonString() is { } type
                && (
                    type.Contains("integer", StringComparison.Ordinal)
                    || type.Contains("boolean", StringComparison.Ordinal)
                )
                    ? JsonNode.Parse(text)
                    : JsonValue.Create(text);
            Assert.Empty(await validator.ValidateAsync(asJson, schema));
        }
    }

    [Fact]
    public void An_error_is_a_code_in_capitals_and_a_message_and_nothing_else()
    {
        var errors = StubFile.All.Where(stub => !stub.IsSuccess && stub.Operation is not null).ToList();

        Assert.NotEmpty(errors);
        Assert.All(
            errors,
            stub =>
            {
                Assert.Equal(
                    ["code", "message"],
                    stub.ResponseBody!.AsObject().Select(member => member.Key),
                    StringComparer.Ordinal
                );
                Assert.Matches("^[A-Z][A-Z_]+$", (string)stub.ResponseBody["code"]!);
                Assert.False(string.IsNullOrWhiteSpace((string?)stub.ResponseBody["message"]));
            }
        );
    }

    [Fact]
    public async Task WireMock_has_loaded_every_mapping()
    {
        var server = await wireMock.GetAsync();

        var loaded = await server.StubsAsync(TestContext.Current.CancellationToken);

        var names = loaded.Where(stub => stub["metadata"]?["case"] is not null).Select(stub => (string)stub["name"]!);
        Assert.Equal(
            StubFile.All.Select(stub => (string)stub.Mapping["name"]!).Order(StringComparer.Ordinal),
            names.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        output.WriteLine(
            $"{StubFile.All.Count} mappings in "
                + $"{StubFile.All.Select(stub => stub.File).Distinct(StringComparer.Ordinal).Count()} files."
        );
    }

    [Fact]
    public async Task A_request_that_differs_in_one_member_is_not_answered()
    {
        var server = await wireMock.GetAsync();
        var stub = StubFile.Get("Refunds.CreateAsync", "minimal");
        using var http = new HttpClient { BaseAddress = server.Address };

        var right = await SendAsync(stub.RequestBody!.ToJsonString());
        var wrong = await SendAsync("""{"payment_id":"pay_of_somebody_else"}""");
        var extra = await SendAsync(stub.RequestBody.ToJsonString()[..^1] + ",\"amount\":1}");

        Assert.Equal((200, 404, 404), (right, wrong, extra));

        async Task<int> SendAsync(string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/refunds")
            {
                Content = new StringContent(body, new MediaTypeHeaderValue("application/json")),
            };
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(
                (string)stub.Request["headers"]!["Authorization"]!["equalTo"]!
            );
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return (int)response.StatusCode;
        }
    }
}
