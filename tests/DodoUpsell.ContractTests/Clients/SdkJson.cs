using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DodoUpsell.ContractTests.Calls;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>Converts the result of a client back to JSON with the SDK's own serializer.</summary>
public static class SdkJson
{
    private static readonly JsonSerializerOptions Options = OptionsOfTheSdk();

    /// <summary>Returns the result as JSON. A list is returned as an array of its items.</summary>
    public static JsonNode? Of(object? result) =>
        result switch
        {
            null => null,
            System.Collections.IEnumerable list and not ApiObject => new JsonArray([.. list.Cast<object>().Select(Of)]),
            _ => JsonSerializer.SerializeToNode(result, Options.GetTypeInfo(result.GetType())),
        };

    /// <summary>
    /// Returns the part of a response that a client returns. For a paged list, this is the array of its items.
    /// </summary>
    public static JsonNode? PartReturned(SdkCall call, JsonNode? answer) =>
        call switch
        {
            { IsPaged: true } => answer?["items"],
            { Operation: "WebhookEndpoints.ListAsync" } => answer?["data"],
            _ => answer,
        };

    // The context is internal. It is accessed here because it reads and writes every body.
    private static JsonSerializerOptions OptionsOfTheSdk()
    {
        var type = typeof(DodoClient).Assembly.GetType("DodoUpsell.Http.Json.DodoJsonContext", throwOnError: true)!;
        var context = (JsonSerializerContext)type.GetProperty("Default")!.GetValue(null)!;
        return context.Options;
    }
}
