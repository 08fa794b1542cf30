using System.Text.Json.Nodes;
using DodoUpsell.ContractTests.Mappings;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>Creates responses of a later or a broken API from a valid response and its schema.</summary>
internal static class Mutations
{
    /// <summary>
    /// Adds an unknown member to every object and replaces every string from a list by an unknown one.
    /// </summary>
    public static JsonNode WithUnknowns(ContractSchema schema, JsonNode answer) =>
        Rewrite(
            schema.Node,
            answer,
            static (shape, node) =>
            {
                if (shape.IsOpenEnum)
                    return JsonValue.Create($"brand_new_{(string)node!}");
                if (node is JsonObject known && (shape.Properties.Count > 0 || shape.Cases is not null))
                    known["brand_new_member"] = new JsonObject { ["nested"] = new JsonArray(1, "two", null, 0.5) };
                return node;
            }
        );

    /// <summary>Replaces every object of a union by one of a case that does not exist yet.</summary>
    public static JsonNode WithUnknownCases(ContractSchema schema, JsonNode answer) =>
        Rewrite(
            schema.Node,
            answer,
            static (shape, node) =>
                shape.Cases is null || node is null
                    ? node
                    : new JsonObject
                    {
                        ["brand_new_amount"] = 12,
                        ["brand_new_list"] = new JsonArray("one", new JsonObject()),
                        ["type"] = "brand_new_type",
                    }
        );

    /// <summary>Removes every member that the contract does not require.</summary>
    public static JsonNode WithoutOptionalMembers(ContractSchema schema, JsonNode answer) =>
        Rewrite(
            schema.Node,
            answer,
            static (shape, node) =>
            {
                if (node is JsonObject given && shape.Properties.Count > 0)
                {
                    foreach (
                        var member in shape
                            .Properties.Select(property => property.Key)
                            .Except(shape.Required, StringComparer.Ordinal)
                            .ToList()
                    )
                        given.Remove(member);
                }

                return node;
            }
        );

    /// <summary>Replaces the first required string by an object.</summary>
    public static JsonNode WithAWrongType(ContractSchema schema, JsonNode answer)
    {
        var done = false;
        var wrong = Rewrite(
            schema.Node,
            answer,
            (shape, node) =>
            {
                if (done || node is not JsonValue || shape.Type is not "string")
                    return node;

                done = true;
                return new JsonObject { ["a"] = "text was expected here" };
            }
        );
        return done ? wrong : throw new InvalidOperationException("The answer has no text.");
    }

    /// <summary>Returns whether a schema contains a union at any level.</summary>
    public static bool HasUnion(ContractSchema schema) => SchemaFields.In(schema).Any(SchemaFields.IsInUnion);

    private static JsonNode Rewrite(
        JsonObject schema,
        JsonNode answer,
        Func<SchemaShape, JsonNode?, JsonNode?> change
    ) => RewriteAny(schema, answer.DeepClone(), change)!;

    private static JsonNode? RewriteAny(
        JsonObject schema,
        JsonNode? node,
        Func<SchemaShape, JsonNode?, JsonNode?> change
    )
    {
        var shape = SchemaShape.Of(schema);
        if (shape.Cases is { } cases && node is JsonObject ofUnion)
            RewriteMembers(cases.First(@case => @case.Fits(ofUnion)).Properties, ofUnion, change);
        if (shape.Items is { } items && node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
                Replace(array[i], RewriteAny(items, array[i], change), changed => array[i] = changed);
        }

        if (node is JsonObject members)
            RewriteMembers(shape.Properties, members, change);
        return change(shape, node);
    }

    private static void RewriteMembers(
        JsonObject properties,
        JsonObject instance,
        Func<SchemaShape, JsonNode?, JsonNode?> change
    )
    {
        foreach (var (member, child) in properties)
        {
            if (instance[member] is { } value)
                Replace(value, RewriteAny(child!.AsObject(), value, change), changed => instance[member] = changed);
        }
    }

    // A node can have only one parent, so it must not be assigned to the position where it already is.
    private static void Replace(JsonNode? before, JsonNode? after, Action<JsonNode?> assign)
    {
        if (!ReferenceEquals(before, after))
            assign(after);
    }
}
