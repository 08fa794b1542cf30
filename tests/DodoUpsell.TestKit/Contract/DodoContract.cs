using System.Text.Json.Nodes;

namespace DodoUpsell.TestKit.Contract;

/// <summary>The facts about the API that every suite holds the code against.</summary>
public static class DodoContract
{
    private static readonly JsonObject Document = Read();

    /// <summary>The file, for tools that want a path.</summary>
    public static string FilePath =>
        RepositoryFolder.PathOf("tests", "DodoUpsell.TestKit", "Contract", "dodo-contract.json");

    /// <summary>All operations, in the order of the contract.</summary>
    public static IReadOnlyList<ContractOperation> Operations { get; } =
        [.. Document["endpoints"]!.AsArray().Select((node, index) => Operation(node!.AsObject(), index))];

    /// <summary>The named schemas.</summary>
    public static JsonObject Definitions => Document["$defs"]!.AsObject();

    /// <summary>The schemas of webhook deliveries by event type.</summary>
    public static IReadOnlyDictionary<string, ContractSchema> Webhooks { get; } =
        Document["webhooks"]!.AsObject().ToDictionary(
            hook => hook.Key,
            hook => new ContractSchema($"#/webhooks/{hook.Key}", hook.Value!.AsObject()),
            StringComparer.Ordinal);

    /// <summary>Finds an operation by the name that tests use.</summary>
    public static ContractOperation Get(string name) =>
        Operations.FirstOrDefault(operation => string.Equals(operation.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"The contract has no operation {name}.", nameof(name));

    /// <summary>Finds a named schema.</summary>
    public static ContractSchema Definition(string name) => new($"#/$defs/{name}", Definitions[name]!.AsObject());

    private static ContractOperation Operation(JsonObject node, int index)
    {
        var response = node["response"]?.AsObject();
        return new ContractOperation(
            index,
            (string)node["client"]!,
            (string)node["name"]!,
            (string)node["method"]!,
            (string)node["path"]!,
            [.. QueryOf(node, index)],
            node["request"] is JsonObject request ? new ContractSchema($"#/endpoints/{index}/request", request) : null,
            (int)node["success"]!,
            (string?)response?["mediaType"],
            response?["schema"] is JsonObject schema
                ? new ContractSchema($"#/endpoints/{index}/response/schema", schema)
                : null,
            [.. node["otherStatuses"]?.AsArray().Select(status => (int)status!) ?? []]);
    }

    private static IEnumerable<ContractQueryParameter> QueryOf(JsonObject node, int index) =>
        node["query"]?.AsArray().Select((parameter, place) => new ContractQueryParameter(
            (string)parameter!["name"]!,
            new ContractSchema($"#/endpoints/{index}/query/{place}/schema", parameter["schema"]!.AsObject()))) ?? [];

    private static JsonObject Read()
    {
        using var stream = typeof(DodoContract).Assembly.GetManifestResourceStream("dodo-contract.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
