using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.Emulator.Tests.Malformed;

/// <summary>Bad input is the caller's mistake and is told as one: 4xx with a code and a message, never a 500.</summary>
public sealed class MalformedRequestTests(ITestOutputHelper output)
{
    [Fact]
    public async Task At_least_five_hundred_malformed_requests_are_answered_4xx_with_code_and_message()
    {
        var requests = Bodies().Concat(Queries()).Concat(TooLong()).ToList();
        Assert.True(requests.Count >= 500, $"Only {requests.Count} were generated.");

        var wrong = new List<string>();
        foreach (var (what, method, path, body) in requests)
        {
            // A fresh world each: what one request spoils must not excuse the next.
            using var http = new HttpClient(new DodoEmulator().CreateHandler())
            {
                BaseAddress = DodoEmulator.InProcessAddress,
            };
            using var request = new HttpRequestMessage(new HttpMethod(method), path)
            {
                Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "any");
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if ((int)response.StatusCode is < 400 or >= 500 || !IsFlatError(answer))
                wrong.Add($"{what}: {(int)response.StatusCode} {answer}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {requests.Count}:\n{string.Join('\n', wrong.Take(30))}");
        output.WriteLine(
            $"{requests.Count} of {requests.Count} malformed requests were answered 4xx with code and message"
        );
    }

    [Fact]
    public void Every_operation_with_a_body_is_among_them() =>
        Assert.Equal(
            DodoContract
                .Operations.Where(operation => operation.Request is not null)
                .Select(operation => operation.Name)
                .Order(StringComparer.Ordinal),
            ValidBodies.ByOperation.Keys.Order(StringComparer.Ordinal)
        );

    private static IEnumerable<(string What, string Method, string Path, string? Body)> Bodies() =>
        from operation in DodoContract.Operations
        where operation.Request is not null
        let valid = ValidBodies.ByOperation[operation.Name]
        from malformed in MalformedBodies.Of(valid.Body, operation.Request!.Node)
        select ($"{operation.Name} {malformed.What}", operation.HttpMethod, valid.Path, (string?)malformed.Body);

    private static IEnumerable<(string What, string Method, string Path, string? Body)> Queries() =>
        from operation in DodoContract.Operations
        from parameter in operation.Query
        from value in WrongQueryValues(parameter.Schema.Node)
        let path = operation
            .Path.Replace("{customer_id}", DemoSeed.CustomerWithCards, StringComparison.Ordinal)
            .Replace("{subscription_id}", DemoSeed.BasicSubscription, StringComparison.Ordinal)
        select (
            $"{operation.Name}?{parameter.Name}={value}",
            operation.HttpMethod,
            $"{path}?{parameter.Name}={Uri.EscapeDataString(value)}",
            (string?)null
        );

    private static IEnumerable<string> WrongQueryValues(JsonObject schema)
    {
        var type = schema["type"] is JsonArray several
            ? several[0]!.GetValue<string>()
            : schema["type"]?.GetValue<string>();
        if (schema["enum"] is not null || schema["$ref"] is not null)
            yield return "no_such_value";
        if (type == "integer")
        {
            yield return "many";
            yield return "1.5";
            yield return "99999999999";
            if (schema["minimum"] is not null)
                yield return "-1";
        }

        if (type == "boolean")
            yield return "maybe";
        if (schema["format"]?.GetValue<string>() == "date-time")
            yield return "yesterday";
    }

    private static IEnumerable<(string What, string Method, string Path, string? Body)> TooLong()
    {
        var checkout = ValidBodies.ByOperation["CheckoutSessions.CreateAsync"];
        yield return With(
            "51 pairs of metadata",
            "metadata",
            new JsonObject(Enumerable.Range(0, 51).Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)"v")))
        );
        yield return With("a key of 41 characters", "metadata", new JsonObject { [new string('k', 41)] = "v" });
        yield return With("a key with a space", "metadata", new JsonObject { ["a b"] = "v" });
        yield return With("a value of 501 characters", "metadata", new JsonObject { ["k"] = new string('v', 501) });
        yield return With(
            "21 discount codes",
            "discount_codes",
            new JsonArray(Enumerable.Range(0, 21).Select(i => (JsonNode?)$"CODE{i}").ToArray())
        );
        yield return With(
            "a trial of 10001 days",
            "subscription_data",
            new JsonObject { ["trial_period_days"] = 10001 }
        );
        yield return With("an empty cart", "product_cart", new JsonArray());

        (string, string, string, string?) With(string what, string name, JsonNode value)
        {
            var body = (JsonObject)checkout.Body.DeepClone();
            body[name] = value;
            return (what, "POST", checkout.Path, body.ToJsonString());
        }
    }

    private static bool IsFlatError(string answer)
    {
        try
        {
            return JsonNode.Parse(answer) is JsonObject error
                && error["code"] is JsonValue
                && error["message"] is JsonValue;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
