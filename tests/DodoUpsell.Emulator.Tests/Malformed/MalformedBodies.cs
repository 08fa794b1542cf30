using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.Emulator.Tests.Malformed;

/// <summary>
/// Spoils a valid body in every way its schema forbids: missing, null, wrong type, out of range, no member of the list.
/// </summary>
internal static class MalformedBodies
{
    private const int DeepestMember = 4;

    public static IEnumerable<(string What, string Body)> Of(JsonObject valid, JsonObject schema)
    {
        foreach (var (what, body) in NoObjects)
            yield return (what, body);
        foreach (var (path, spoil) in Spoilers(schema, [], DeepestMember))
        {
            var body = (JsonObject)valid.DeepClone();
            if (spoil(body) is { } what)
                yield return ($"{string.Join('.', path)} {what}", body.ToJsonString());
        }
    }

    private static readonly (string What, string Body)[] NoObjects =
    [
        ("empty", ""),
        ("cut", "{\"product_id\":"),
        ("list", "[]"),
        ("null", "null"),
        ("text", "\"x\""),
        ("number", "7"),
        ("nested 1000 deep", new string('[', 1000) + new string(']', 1000)),
        ("trailing", "{} {}"),
        ("no JSON", "product_id=pdt_1"),
    ];

    private static IEnumerable<(string[] Path, Func<JsonObject, string?> Spoil)> Spoilers(
        JsonObject schema,
        string[] parent,
        int depth
    )
    {
        var resolved = Resolve(schema);
        if (resolved?["properties"] is not JsonObject properties || depth == 0)
            yield break;
        var required =
            resolved["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal)
            ?? [];
        foreach (var (name, node) in properties)
        {
            string[] path = [.. parent, name];
            var member = node!.AsObject();
            if (required.Contains(name))
            {
                yield return (path, body => Change(body, path, owner => owner.Remove(name), "missing"));
                yield return (path, body => Change(body, path, owner => owner[name] = null, "null"));
            }

            foreach (var (what, value) in WrongValues(member))
                yield return (path, body => Change(body, path, owner => owner[name] = value?.DeepClone(), what));
            foreach (var deeper in Spoilers(member, path, depth - 1))
                yield return deeper;
        }
    }

    private static IEnumerable<(string What, JsonNode? Value)> WrongValues(JsonObject member)
    {
        var schema = Resolve(member);
        if (schema is null)
            yield break;
        if (schema["enum"] is not null)
            yield return ("not of the list", "no_such_value");
        switch (TypeOf(schema))
        {
            case "string":
                yield return ("number for text", 7);
                yield return ("object for text", new JsonObject());
                if (schema["format"]?.GetValue<string>() == "date-time")
                    yield return ("no date", "yesterday");
                break;
            case "integer":
                yield return ("text for number", "many");
                yield return ("fraction", 1.5);
                if (schema["format"]?.GetValue<string>() == "int32")
                    yield return ("too large", 2147483648);
                if (schema["minimum"] is not null)
                    yield return ("too small", -1);
                break;
            case "boolean":
                yield return ("text for boolean", "yes");
                yield return ("number for boolean", 1);
                break;
            case "array":
                yield return ("object for list", new JsonObject());
                yield return ("text for list", "x");
                break;
            case "object":
                yield return ("list for object", new JsonArray());
                yield return ("text for object", "x");
                break;
        }
    }

    private static string? Change(JsonObject body, string[] path, Action<JsonObject> change, string what)
    {
        JsonNode? owner = body;
        foreach (var name in path[..^1])
            owner = Enter(owner is JsonArray { Count: > 0 } list ? list[0] : owner, name);
        if ((owner is JsonArray { Count: > 0 } items ? items[0] : owner) is not JsonObject target)
            return null;
        change(target);
        return what;
    }

    // A member that the valid body leaves out is given as an empty object, so that what is inside can be spoilt.
    private static JsonNode? Enter(JsonNode? owner, string name)
    {
        if (owner is not JsonObject members)
            return null;
        return members[name] ??= new JsonObject();
    }

    private static string? TypeOf(JsonObject schema) =>
        schema["type"] switch
        {
            JsonArray several => several.Select(type => type!.GetValue<string>()).First(type => type != "null"),
            JsonValue one => one.GetValue<string>(),
            _ => null,
        };

    /// <summary>
    /// What a member is when it is not null, without its list around it; nothing for unions, whose cases forbid less
    /// than each alone.
    /// </summary>
    private static JsonObject? Resolve(JsonObject schema)
    {
        if (schema["$ref"] is { } reference)
            return Resolve(DodoContract.Definitions[reference.GetValue<string>()["#/$defs/".Length..]]!.AsObject());
        if (schema["oneOf"] is JsonArray cases)
        {
            var others = cases.Select(one => one!.AsObject()).Where(one => one["type"]?.ToString() != "null").ToList();
            return others.Count == 1 ? Resolve(others[0]) : null;
        }

        return schema;
    }
}
