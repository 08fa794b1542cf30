using System.Text.Json;
using System.Text.Json.Nodes;
using DodoUpsell.ContractTests.Calls;
using DodoUpsell.Tests.Models;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>Converts the result of a client back to JSON with the SDK's own serializer.</summary>
public static class SdkJson
{
    /// <summary>Returns the result as JSON. A list is returned as an array of its items.</summary>
    public static JsonNode? Of(object? result) =>
        result switch
        {
            null => null,
            System.Collections.IEnumerable list and not ApiObject => new JsonArray([.. list.Cast<object>().Select(Of)]),
            _ => JsonSerializer.SerializeToNode(result, SdkSerializer.Options.GetTypeInfo(result.GetType())),
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
}
