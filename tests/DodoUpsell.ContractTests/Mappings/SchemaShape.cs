using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Mappings;

/// <summary>One level of a schema, with references resolved and the null option removed.</summary>
internal sealed class SchemaShape
{
    private readonly JsonObject _body;

    private SchemaShape(string? name, JsonObject body) => (Name, _body) = (name, body);

    /// <summary>The name of the schema in the contract, or null if it has none.</summary>
    public string? Name { get; }

    /// <summary>The schema of the items of an array.</summary>
    public JsonObject? Items => _body["items"]?.AsObject();

    /// <summary>
    /// The described members of an object, including all parts of an <c>allOf</c>. Empty for other types.
    /// </summary>
    public JsonObject Properties => PropertiesOf(_body);

    /// <summary>The required members of an object.</summary>
    public IReadOnlySet<string> Required => RequiredOf(_body).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Whether the schema is a string from a list that may grow. A list with a single value identifies the case of a
    /// union.
    /// </summary>
    public bool IsOpenEnum => _body["enum"] is JsonArray { Count: > 1 };

    /// <summary>
    /// The cases of a union of objects, or null. The union of scalars in metadata has no members that could identify a
    /// case.
    /// </summary>
    public IReadOnlyList<SchemaShape>? Cases =>
        _body["oneOf"] is JsonArray cases && cases.All(@case => Of(@case!.AsObject()).Properties.Count > 0)
            ? [.. cases.Select(@case => Of(@case!.AsObject()))]
            : null;

    /// <summary>The only type of the schema except null, or null if there are several.</summary>
    public string? Type =>
        _body["type"] switch
        {
            JsonValue single => (string?)single,
            JsonArray several => (string?)several.SingleOrDefault(type => (string?)type is not "null"),
            _ => null,
        };

    /// <summary>Returns the shape of a schema.</summary>
    public static SchemaShape Of(JsonObject schema)
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
                return new SchemaShape(name, schema);
            }
        }
    }

    /// <summary>Returns whether an object belongs to this case of a union.</summary>
    public bool Fits(JsonObject instance)
    {
        var properties = Properties;
        return instance.All(member => properties.ContainsKey(member.Key))
            && (
                properties["type"]?["enum"] is not JsonArray types
                || types.Any(type => JsonNode.DeepEquals(type, instance["type"]))
            );
    }

    /// <summary>Returns the display name of this case of a union.</summary>
    public string Label(string? union, int place) =>
        Properties["type"]?["enum"] is JsonArray { Count: 1 } only
            ? $"<{union}: {only[0]}>"
            : $"<{union}: case {place + 1}>";

    private static JsonObject PropertiesOf(JsonObject body)
    {
        if (body["allOf"] is not JsonArray parts)
            return body["properties"]?.AsObject() ?? [];

        var merged = new JsonObject();
        foreach (var (member, child) in parts.SelectMany(part => Of(part!.AsObject()).Properties))
            merged[member] = child!.DeepClone();
        return merged;
    }

    private static IEnumerable<string> RequiredOf(JsonObject body) =>
        (body["required"]?.AsArray() ?? [])
            .Select(member => (string)member!)
            .Concat((body["allOf"]?.AsArray() ?? []).SelectMany(part => Of(part!.AsObject()).Required));
}
