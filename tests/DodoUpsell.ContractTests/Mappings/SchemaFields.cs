using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Mappings;

/// <summary>
/// Walks schemas and values side by side, to say which of the described fields a set of values shows. A field is named
/// by its path from the root; within a union it is named by the union and the case instead, because one answer shows one
/// case and the others are shown elsewhere.
/// </summary>
public static class SchemaFields
{
    /// <summary>Every field that a schema describes.</summary>
    public static IReadOnlySet<string> In(ContractSchema schema)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        Describe(schema.Node, "", fields);
        return fields;
    }

    /// <summary>Every field of a schema that has a value other than null in an instance.</summary>
    public static IReadOnlySet<string> Shown(ContractSchema schema, JsonNode? instance)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        Match(schema.Node, instance, "", fields);
        return fields;
    }

    /// <summary>Whether a field belongs to one case of a union.</summary>
    public static bool IsInUnion(string field) => field.StartsWith('<');

    private static void Describe(JsonObject schema, string path, HashSet<string> fields)
    {
        var (name, body) = Resolve(schema);
        if (Cases(body) is { } cases)
        {
            foreach (var (label, properties) in cases.Select((@case, place) => CaseOf(name, @case, place)))
                DescribeMembers(properties, label, fields);
            return;
        }

        if (body["items"] is JsonObject items)
            Describe(items, path + "[]", fields);
        DescribeMembers(Properties(body), path, fields);
    }

    private static void DescribeMembers(JsonObject properties, string path, HashSet<string> fields)
    {
        foreach (var (member, child) in properties)
        {
            fields.Add($"{path}.{member}");
            Describe(child!.AsObject(), $"{path}.{member}", fields);
        }
    }

    private static void Match(JsonObject schema, JsonNode? instance, string path, HashSet<string> fields)
    {
        var (name, body) = Resolve(schema);
        if (Cases(body) is { } cases)
        {
            if (instance is JsonObject value)
            {
                var (label, properties) = cases.Select((@case, place) => CaseOf(name, @case, place)).FirstOrDefault(@case => Fits(@case.Properties, value));
                if (label is not null)
                    MatchMembers(properties, value, label, fields);
            }

            return;
        }

        if (body["items"] is JsonObject items && instance is JsonArray array)
        {
            foreach (var item in array)
                Match(items, item, path + "[]", fields);
        }

        if (instance is JsonObject members)
            MatchMembers(Properties(body), members, path, fields);
    }

    private static void MatchMembers(JsonObject properties, JsonObject instance, string path, HashSet<string> fields)
    {
        foreach (var (member, child) in properties)
        {
            if (instance[member] is not { } value)
                continue;

            fields.Add($"{path}.{member}");
            Match(child!.AsObject(), value, $"{path}.{member}", fields);
        }
    }

    private static (string? Name, JsonObject Body) Resolve(JsonObject schema)
    {
        string? name = null;
        while (true)
        {
            if ((string?)schema["$ref"] is { } reference)
            {
                name = reference.Split('/')[^1];
                schema = DodoContract.Definitions[name]!.AsObject();
            }
            else if (schema["oneOf"] is JsonArray { Count: 2 } pair && (string?)pair[0]!["type"] is "null")
            {
                schema = pair[1]!.AsObject();
            }
            else
            {
                return (name, schema);
            }
        }
    }

    // A oneOf of scalars, as in metadata, has no fields to tell apart.
    private static IEnumerable<JsonObject>? Cases(JsonObject body) =>
        body["oneOf"] is JsonArray cases && cases.All(@case => Properties(Resolve(@case!.AsObject()).Body).Count > 0)
            ? cases.Select(@case => @case!.AsObject())
            : null;

    private static (string Label, JsonObject Properties) CaseOf(string? union, JsonObject @case, int place)
    {
        var properties = Properties(Resolve(@case).Body);
        var type = properties["type"]?["enum"] is JsonArray { Count: 1 } only ? (string)only[0]! : $"case {place + 1}";
        return ($"<{union}: {type}>", properties);
    }

    private static bool Fits(JsonObject properties, JsonObject instance) =>
        instance.All(member => properties.ContainsKey(member.Key))
        && (properties["type"]?["enum"] is not JsonArray types || types.Any(type => JsonNode.DeepEquals(type, instance["type"])));

    private static JsonObject Properties(JsonObject body)
    {
        if (body["allOf"] is not JsonArray parts)
            return body["properties"]?.AsObject() ?? [];

        var merged = new JsonObject();
        foreach (var (member, child) in parts.SelectMany(part => Properties(Resolve(part!.AsObject()).Body)))
            merged[member] = child!.DeepClone();
        return merged;
    }
}
