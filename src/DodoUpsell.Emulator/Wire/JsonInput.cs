using System.Text.Json;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Wire;

/// <summary>
/// Reads one JSON object of a request. Every failure is a 422 and names the field by its full path. "Optional" members
/// may be absent or null; a plain flag may be absent but not null.
/// </summary>
internal sealed class JsonInput
{
    private readonly JsonObject _members;
    private readonly string _path;

    private JsonInput(JsonObject members, string path)
    {
        _members = members;
        _path = path;
    }

    public static JsonInput Parse(ReadOnlyMemory<byte> body) =>
        Json.Parse(body) is JsonObject members
            ? Of(members)
            : throw ApiException.InvalidBody("the request body must be a JSON object");

    public static JsonInput Of(JsonObject members) => new(members, string.Empty);

    public bool Has(string name) => _members[name] is not null;

    /// <summary>Returns whether the member is present, even if it is null.</summary>
    public bool Contains(string name) => _members.ContainsKey(name);

    public ApiException Invalid(string name, string reason) =>
        ApiException.InvalidBody($"field `{_path}{name}`: {reason}");

    public string Text(string name) => Required(name, OptionalText(name));

    public string? OptionalText(string name) => _members[name] is { } node ? TextOf(node, name) : null;

    public string Choice(string name, IReadOnlySet<string> allowed) => Required(name, OptionalChoice(name, allowed));

    public string? OptionalChoice(string name, IReadOnlySet<string> allowed) =>
        _members[name] is { } node ? ChoiceOf(node, name, allowed) : null;

    public bool Flag(string name, bool whenAbsent = false)
    {
        if (!_members.TryGetPropertyValue(name, out var node))
            return whenAbsent;

        return node is null ? throw Invalid(name, "expected true or false, not null") : FlagOf(node, name);
    }

    public bool? OptionalFlag(string name) => _members[name] is { } node ? FlagOf(node, name) : null;

    public int Int32(string name, int minimum = int.MinValue) => Required(name, OptionalInt32(name, minimum));

    public int? OptionalInt32(string name, int minimum = int.MinValue, int maximum = int.MaxValue)
    {
        if (_members[name] is not { } node)
            return null;

        if (node.GetValueKind() != JsonValueKind.Number || !node.AsValue().TryGetValue(out int number))
            throw Invalid(name, "expected a 32-bit whole number");

        return number >= minimum && number <= maximum
            ? number
            : throw Invalid(name, $"{number} is outside {minimum}..{maximum}");
    }

    public long Int64(string name)
    {
        if (_members[name] is not { } node)
            throw Missing(name);

        return node.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue(out long number)
            ? number
            : throw Invalid(name, "expected a 64-bit whole number");
    }

    /// <summary>Reads a number from 0 to 1.</summary>
    public double? OptionalFraction(string name)
    {
        if (_members[name] is not { } node)
            return null;

        return
            node.GetValueKind() == JsonValueKind.Number
            && node.AsValue().TryGetValue(out double number)
            && number is >= 0 and <= 1
            ? number
            : throw Invalid(name, "expected a number from 0 to 1");
    }

    public DateTimeOffset? OptionalTime(string name)
    {
        if (OptionalText(name) is not { } text)
            return null;

        return WireTime.TryParse(text, out var time) ? time : throw Invalid(name, "expected an RFC 3339 time");
    }

    public JsonInput Object(string name) => Required(name, OptionalObject(name));

    public JsonInput? OptionalObject(string name) => _members[name] is { } node ? ObjectOf(node, name) : null;

    /// <summary>Reads an object member that may be absent but not null.</summary>
    public JsonInput? ObjectUnlessAbsent(string name) =>
        _members.TryGetPropertyValue(name, out var node) && node is null
            ? throw Invalid(name, "expected an object, not null")
            : OptionalObject(name);

    public IReadOnlyList<JsonInput> Objects(string name) => Required(name, OptionalObjects(name));

    public IReadOnlyList<JsonInput>? OptionalObjects(string name) => OptionalList(name, ObjectOf);

    public IReadOnlyList<string>? OptionalTexts(string name) => OptionalList(name, TextOf);

    public IReadOnlyList<string>? OptionalChoices(string name, IReadOnlySet<string> allowed)
    {
        var list = OptionalList(name, (node, element) => ChoiceOf(node, element, allowed));
        return list is null || list.Distinct(StringComparer.Ordinal).Count() == list.Count
            ? list
            : throw Invalid(name, "values must be unique");
    }

    public IEnumerable<(string Name, JsonNode? Value)> Members() =>
        _members.Select(member => (member.Key, member.Value));

    private T Required<T>(string name, T? value)
        where T : class => value ?? throw Missing(name);

    private T Required<T>(string name, T? value)
        where T : struct => value ?? throw Missing(name);

    private ApiException Missing(string name) =>
        _members.ContainsKey(name) ? Invalid(name, "must not be null") : Invalid(name, "is required");

    private List<T>? OptionalList<T>(string name, Func<JsonNode, string, T> read)
    {
        if (_members[name] is not { } node)
            return null;

        if (node is not JsonArray array)
            throw Invalid(name, "expected an array");

        var list = new List<T>(array.Count);
        for (var index = 0; index < array.Count; index++)
        {
            var element = $"{name}[{index}]";
            list.Add(read(array[index] ?? throw Invalid(element, "must not be null"), element));
        }

        return list;
    }

    private string TextOf(JsonNode node, string name) =>
        node.GetValueKind() == JsonValueKind.String
            ? node.GetValue<string>()
            : throw Invalid(name, "expected a string");

    private string ChoiceOf(JsonNode node, string name, IReadOnlySet<string> allowed)
    {
        var text = TextOf(node, name);
        return allowed.Contains(text) ? text : throw Invalid(name, $"unknown value `{text}`");
    }

    private bool FlagOf(JsonNode node, string name) =>
        node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Invalid(name, "expected true or false"),
        };

    private JsonInput ObjectOf(JsonNode node, string name) =>
        node is JsonObject members
            ? new JsonInput(members, $"{_path}{name}.")
            : throw Invalid(name, "expected an object");
}
