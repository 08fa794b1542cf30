using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DodoUpsell.TestKit;

/// <summary>
/// Compares JSON by meaning: numbers by value, timestamps by instant, and objects regardless of member order.
/// </summary>
public static class JsonComparison
{
    /// <summary>Returns the differences between two values. The list is empty if there are none.</summary>
    /// <param name="expected">The expected value.</param>
    /// <param name="actual">The actual value.</param>
    /// <param name="absentIsDefault"> Whether a member that is expected to be null or absent may also have the default
    /// value of its type, as it does after a response was read into an object. In a request, the three have different
    /// meanings.</param>
    public static IReadOnlyList<string> Differences(JsonNode? expected, JsonNode? actual, bool absentIsDefault = false)
    {
        var differences = new List<string>();
        Compare(expected, actual, "$", absentIsDefault, differences);
        return differences;
    }

    private static void Compare(
        JsonNode? expected,
        JsonNode? actual,
        string path,
        bool absentIsDefault,
        List<string> differences
    )
    {
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                CompareMembers(left, right, path, absentIsDefault, differences);
                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                for (var i = 0; i < left.Count; i++)
                    Compare(
                        left[i],
                        right[i],
                        string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"),
                        absentIsDefault,
                        differences
                    );
                break;
            case (JsonValue left, JsonValue right) when SameScalar(left, right):
            case (null, null):
                break;
            default:
                differences.Add($"{path}: expected {Show(expected)}, was {Show(actual)}");
                break;
        }
    }

    private static void CompareMembers(
        JsonObject expected,
        JsonObject actual,
        string path,
        bool absentIsDefault,
        List<string> differences
    )
    {
        foreach (var (name, value) in expected)
        {
            var isThere = actual.TryGetPropertyValue(name, out var other);
            if (absentIsDefault && value is null && IsDefault(other))
                continue;
            if (isThere)
                Compare(value, other, $"{path}.{name}", absentIsDefault, differences);
            else
                differences.Add($"{path}.{name}: expected {Show(value)}, was absent");
        }

        foreach (var (name, value) in actual)
        {
            if (!expected.ContainsKey(name) && !(absentIsDefault && IsDefault(value)))
                differences.Add($"{path}.{name}: not expected, was {Show(value)}");
        }
    }

    private static bool IsDefault(JsonNode? node) =>
        node switch
        {
            null or JsonObject { Count: 0 } or JsonArray { Count: 0 } => true,
            JsonValue value => value.ToJsonString() is "0" or "false" or "\"\"",
            _ => false,
        };

    private static bool SameScalar(JsonValue expected, JsonValue actual) =>
        expected.GetValueKind() == actual.GetValueKind()
        && expected.GetValueKind() switch
        {
            JsonValueKind.Number => SameNumber(expected, actual),
            JsonValueKind.String => SameText(expected.GetValue<string>(), actual.GetValue<string>()),
            _ => true,
        };

    private static bool SameNumber(JsonValue expected, JsonValue actual) =>
        decimal.Parse(expected.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)
        == decimal.Parse(actual.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool SameText(string expected, string actual) =>
        string.Equals(expected, actual, StringComparison.Ordinal)
        || (Instant(expected) is { } instant && instant == Instant(actual));

    // Only a complete timestamp is compared as one: "2026" must not equal "2026-01-01".
    private static DateTimeOffset? Instant(string text) =>
        text.Length > 18
        && text[4] == '-'
        && text[10] == 'T'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length > 120 ? text[..120] + "…" : text;
    }
}
