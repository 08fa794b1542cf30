using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Mappings;

/// <summary>
/// Walks schemas and values in parallel to determine which of the described fields a set of values contains. A field is
/// named by its path from the root. Within a union, it is named by the union and the case instead, because one response
/// contains one case and the other cases are contained in others.
/// </summary>
public static class SchemaFields
{
    /// <summary>Returns all fields that a schema describes.</summary>
    public static IReadOnlySet<string> In(ContractSchema schema)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        Describe(schema.Node, "", fields);
        return fields;
    }

    /// <summary>Returns all fields of a schema that have a value other than null in an instance.</summary>
    public static IReadOnlySet<string> Shown(ContractSchema schema, JsonNode? instance)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        Match(schema.Node, instance, "", fields);
        return fields;
    }

    /// <summary>Returns whether a field belongs to one case of a union.</summary>
    public static bool IsInUnion(string field) => field.StartsWith('<');

    private static void Describe(JsonObject schema, string path, HashSet<string> fields)
    {
        var shape = SchemaShape.Of(schema);
        if (shape.Cases is { } cases)
        {
            for (var place = 0; place < cases.Count; place++)
                DescribeMembers(cases[place].Properties, cases[place].Label(shape.Name, place), fields);
            return;
        }

        if (shape.Items is { } items)
            Describe(items, path + "[]", fields);
        DescribeMembers(shape.Properties, path, fields);
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
        var shape = SchemaShape.Of(schema);
        if (shape.Cases is { } cases)
        {
            var place = instance is JsonObject value ? cases.ToList().FindIndex(@case => @case.Fits(value)) : -1;
            if (place >= 0)
                MatchMembers(
                    cases[place].Properties,
                    instance!.AsObject(),
                    cases[place].Label(shape.Name, place),
                    fields
                );
            return;
        }

        if (shape.Items is { } items && instance is JsonArray array)
        {
            foreach (var item in array)
                Match(items, item, path + "[]", fields);
        }

        if (instance is JsonObject members)
            MatchMembers(shape.Properties, members, path, fields);
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
}
