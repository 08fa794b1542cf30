using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Mappings;

/// <summary>The stub mappings as the files state them, before WireMock reads them.</summary>
public static class StubFile
{
    private static readonly Lazy<IReadOnlyList<Stub>> Stubs = new(ReadAll);

    /// <summary>All stubs of all files.</summary>
    public static IReadOnlyList<Stub> All => Stubs.Value;

    /// <summary>The stubs that belong to one operation.</summary>
    public static IEnumerable<Stub> Of(ContractOperation operation) =>
        All.Where(stub => string.Equals(stub.Operation, operation.Name, StringComparison.Ordinal));

    /// <summary>One stub by operation and case.</summary>
    public static Stub Get(string operation, string @case) =>
        All.FirstOrDefault(stub =>
            string.Equals(stub.Operation, operation, StringComparison.Ordinal)
            && string.Equals(stub.Case, @case, StringComparison.Ordinal)
        ) ?? throw new ArgumentException($"No mapping has the case {@case} of {operation}.", nameof(@case));

    private static List<Stub> ReadAll()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "mappings");
        var stubs = new List<Stub>();
        foreach (
            var file in Directory
                .EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            var mappings = JsonNode.Parse(File.ReadAllText(file))!["mappings"]!.AsArray();
            stubs.AddRange(mappings.Select(mapping => new Stub(name, mapping!.AsObject())));
        }

        return stubs;
    }
}

/// <summary>One stub mapping.</summary>
/// <param name="File">The file it is in, relative to <c>mappings</c>.</param>
/// <param name="Mapping">The mapping in WireMock's own form.</param>
public sealed record Stub(string File, JsonObject Mapping)
{
    /// <summary>The operation it answers, or null for a stub that answers any.</summary>
    public string? Operation => (string?)Mapping["metadata"]!["operation"];

    /// <summary>What it shows: <c>full</c>, <c>minimal</c>, <c>status-422</c>…</summary>
    public string Case => (string)Mapping["metadata"]!["case"]!;

    /// <summary>Whether it answers as if all went well.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The status it answers with.</summary>
    public int Status => (int?)Mapping["response"]!["status"] ?? 200;

    /// <summary>What a request must be for the stub to answer.</summary>
    public JsonObject Request => Mapping["request"]!.AsObject();

    /// <summary>The whole JSON body that the request must have, or null when it has none.</summary>
    public JsonNode? RequestBody => Request["bodyPatterns"]?[0]?["equalToJson"];

    /// <summary>The JSON body of the answer, or null when it has none.</summary>
    public JsonNode? ResponseBody => Mapping["response"]!["jsonBody"];

    /// <summary>The header that a request carries to get this stub instead of the success, or null.</summary>
    public string? TestCase => (string?)Request["headers"]?["X-Test-Case"]?["equalTo"];

    /// <inheritdoc/>
    public override string ToString() => $"{Operation ?? "any operation"}, {Case}";
}
