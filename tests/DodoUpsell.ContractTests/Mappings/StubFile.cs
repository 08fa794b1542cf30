using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Mappings;

/// <summary>The stub mappings as written in the files, before WireMock reads them.</summary>
public static class StubFile
{
    private static readonly Lazy<IReadOnlyList<Stub>> Stubs = new(ReadAll);

    /// <summary>All stubs of all files.</summary>
    public static IReadOnlyList<Stub> All => Stubs.Value;

    /// <summary>Returns the stubs of one operation.</summary>
    public static IEnumerable<Stub> Of(ContractOperation operation) =>
        All.Where(stub => string.Equals(stub.Operation, operation.Name, StringComparison.Ordinal));

    /// <summary>Returns the stub of an operation and case.</summary>
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
/// <param name="File">The path of the file, relative to <c>mappings</c>.</param>
/// <param name="Mapping">The mapping in WireMock's format.</param>
public sealed record Stub(string File, JsonObject Mapping)
{
    /// <summary>The operation of the stub, or null if the stub responds to any operation.</summary>
    public string? Operation => (string?)Mapping["metadata"]!["operation"];

    /// <summary>The case that the stub covers: <c>full</c>, <c>minimal</c>, <c>status-422</c>…</summary>
    public string Case => (string)Mapping["metadata"]!["case"]!;

    /// <summary>Whether the stub responds with success.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The status code of the response.</summary>
    public int Status => (int?)Mapping["response"]!["status"] ?? 200;

    /// <summary>The pattern that a request must match.</summary>
    public JsonObject Request => Mapping["request"]!.AsObject();

    /// <summary>The complete JSON body that the request must have, or null if it has none.</summary>
    public JsonNode? RequestBody => Request["bodyPatterns"]?[0]?["equalToJson"];

    /// <summary>The JSON body of the response, or null if it has none.</summary>
    public JsonNode? ResponseBody => Mapping["response"]!["jsonBody"];

    /// <summary>The header by which a request selects this stub instead of the successful one, or null.</summary>
    public string? TestCase => (string?)Request["headers"]?["X-Test-Case"]?["equalTo"];

    /// <inheritdoc/>
    public override string ToString() => $"{Operation ?? "any operation"}, {Case}";
}
