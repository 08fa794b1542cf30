using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DodoUpsell.ContractTests.Calls;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>Turns what a client returned back into JSON, with the SDK's own serializer.</summary>
public static class SdkJson
{
    private static readonly JsonSerializerOptions Options = OptionsOfTheSdk();

    /// <summary>The result as JSON; a list as an array of its items.</summary>
    public static JsonNode? Of(object? result) =>
        result switch
        {
            null => null,
            System.Collections.IEnumerable list and not ApiObject => new JsonArray([.. list.Cast<object>().Select(Of)]),
            _ => JsonSerializer.SerializeToNode(result, Options.GetTypeInfo(result.GetType())),
        };

    /// <summary>The part of an answer that a client returns: of a page by page list its items.</summary>
    public static JsonNode? PartReturned(SdkCall call, JsonNode? answer) =>
        call switch
        {
            { IsPaged: true } => answer?["items"],
            { Operation: "WebhookEndpoints.ListAsync" } => answer?["data"],
            _ => answer,
        };

    // The context is internal, and rightly so; it is reached here because it is what reads and writes every body.
    private static JsonSerializerOptions OptionsOfTheSdk()
    {
        var type = typeof(DodoClient).Assembly.GetType("DodoUpsell.Http.Json.DodoJsonContext", throwOnError: true)!;
        var context = (JsonSerializerContext)type.GetProperty("Default")!.GetValue(null)!;
        return context.Options;
    }
}
