using System.Text.Json.Nodes;

namespace DodoUpsell.Tests.Models;

/// <summary>Makes JSON that is valid for a schema of the contract, with every member there is.</summary>
internal sealed class Samples(bool unknownValues = false, bool unknownMembers = false)
{
    public const string UnknownValue = "not_known_yet";

    public JsonObject Of(string key) => Object(Contract.Schema(key));

    private JsonObject Object(JsonNode schema)
    {
        var sample = new JsonObject();
        foreach (var (name, property) in schema["properties"]!.AsObject())
            sample[name] = Member(name, property!);
        if (unknownMembers)
            sample["not_known_yet"] = JsonNode.Parse(
                """{ "deep": [1, 2.5, null, "x", { "a": true }], "camelCase": "kept" }"""
            );
        return sample;
    }

    private JsonNode Member(string name, JsonNode possiblyNull)
    {
        var schema = Contract.Unwrap(possiblyNull).Schema;
        if (Contract.Reference(schema) is { } reference)
            return Referenced(name, reference);
        if (schema["enum"] is JsonArray values)
            return values[0]!.DeepClone();
        return Contract.TypeName(schema) switch
        {
            "string" when schema["format"]?.GetValue<string>() is "date-time" => "2026-08-11T09:30:05.123456Z",
            "string" => $"{name} ÷ \"quoted\"",
            "integer" when schema["format"]?.GetValue<string>() is "int64" => 5_000_000_000 + name.Length,
            "integer" => 100 + name.Length,
            "number" => 0.53125,
            "boolean" => true,
            "array" => new JsonArray(Member(name, schema["items"]!), Member(name, schema["items"]!)),
            "object" => new JsonObject { ["one"] = "1", ["two"] = "2" },
            _ => throw new InvalidOperationException($"No sample for {name}: {schema.ToJsonString()}"),
        };
    }

    private JsonNode Referenced(string name, string reference)
    {
        if (reference is "Metadata")
            return JsonNode.Parse("""{ "text": "a", "whole": 9007199254740993, "number": 1.5, "truth": false }""")!;
        var schema = Contract.Schemas[reference]!;
        if (schema["enum"] is JsonArray values)
            return unknownValues ? UnknownValue : values[name.Length % values.Count]!.DeepClone();
        if (schema["oneOf"] is JsonArray cases)
            return Object(Contract.Merge(cases[name.Length % cases.Count]!));
        return schema["properties"] is null ? Member(name, schema) : Object(schema);
    }
}
