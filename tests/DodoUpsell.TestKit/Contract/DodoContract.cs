using System.Text.Json.Nodes;

namespace DodoUpsell.TestKit.Contract;

/// <summary>The contract of the API, against which every suite checks the code.</summary>
public static class DodoContract
{
    private static readonly JsonObject Document = Read("dodo-contract.json");
    private static readonly JsonObject Later = Read("dodo-contract-newer.json");

    /// <summary>The path of the file for version 1.113.0, for tools that need a path.</summary>
    public static string FilePath =>
        RepositoryFolder.PathOf("tests", "DodoUpsell.TestKit", "Contract", "dodo-contract.json");

    /// <summary>The path of the file with the API's later additions.</summary>
    public static string NewerFilePath =>
        RepositoryFolder.PathOf("tests", "DodoUpsell.TestKit", "Contract", "dodo-contract-newer.json");

    /// <summary>The operations of version 1.113.0, in the order of the contract.</summary>
    public static IReadOnlyList<ContractOperation> Operations { get; } =
    [.. Document["endpoints"]!.AsArray().Select((node, index) => Operation(node!.AsObject(), "endpoints", index))];

    /// <summary>The operations that the API has added since version 1.113.0.</summary>
    public static IReadOnlyList<ContractOperation> Newer { get; } =
    [.. Later["endpoints"]!.AsArray().Select((node, index) => Operation(node!.AsObject(), "newer", index))];

    /// <summary>The operations of version 1.113.0 and the later additions.</summary>
    public static IReadOnlyList<ContractOperation> All { get; } = [.. Operations, .. Newer];

    /// <summary>The named schemas.</summary>
    public static JsonObject Definitions { get; } =
        new(
            Document["$defs"]!
                .AsObject()
                .Concat(Later["$defs"]!.AsObject())
                .Select(named => KeyValuePair.Create(named.Key, named.Value?.DeepClone()))
        );

    /// <summary>The schemas of webhook deliveries by event type.</summary>
    public static IReadOnlyDictionary<string, ContractSchema> Webhooks { get; } =
        Document["webhooks"]!
            .AsObject()
            .ToDictionary(
                hook => hook.Key,
                hook => new ContractSchema($"#/webhooks/{hook.Key}", hook.Value!.AsObject()),
                StringComparer.Ordinal
            );

    /// <summary>Returns the operation with the given test name.</summary>
    public static ContractOperation Get(string name) =>
        All.FirstOrDefault(operation => string.Equals(operation.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"The contract has no operation {name}.", nameof(name));

    /// <summary>Returns the schema with the given name.</summary>
    public static ContractSchema Definition(string name) => new($"#/$defs/{name}", Definitions[name]!.AsObject());

    private static ContractOperation Operation(JsonObject node, string list, int index)
    {
        var response = node["response"]?.AsObject();
        return new ContractOperation(
            index,
            (string)node["client"]!,
            (string)node["name"]!,
            (string)node["method"]!,
            (string)node["path"]!,
            [.. QueryOf(node, list, index)],
            node["request"] is JsonObject request ? new ContractSchema($"#/{list}/{index}/request", request) : null,
            (int)node["success"]!,
            (string?)response?["mediaType"],
            response?["schema"] is JsonObject schema
                ? new ContractSchema($"#/{list}/{index}/response/schema", schema)
                : null,
            [.. node["otherStatuses"]?.AsArray().Select(status => (int)status!) ?? []]
        );
    }

    private static IEnumerable<ContractQueryParameter> QueryOf(JsonObject node, string list, int index) =>
        node["query"]
            ?.AsArray()
            .Select(
                (parameter, place) =>
                    new ContractQueryParameter(
                        (string)parameter!["name"]!,
                        new ContractSchema($"#/{list}/{index}/query/{place}/schema", parameter["schema"]!.AsObject())
                    )
            )
        ?? [];

    private static JsonObject Read(string name)
    {
        using var stream = typeof(DodoContract).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
