using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DodoUpsell.TestKit;

/// <summary>Compares JSON by meaning: numbers by value, timestamps by instant, objects without regard to order.</summary>
public static class JsonComparison
{
    /// <summary>Says where two values differ; nothing, when the list is empty.</summary>
    /// <param name="expected">What it should be.</param>
    /// <param name="actual">What it is.</param>
    /// <param name="nullIsAbsent">
    /// Whether a member that is null equals one that is not there. It does in answers; in a PATCH body the two mean
    /// different things.
    /// </param>
    public static IReadOnlyList<string> Differences(JsonNode? expected, JsonNode? actual, bool nullIsAbsent = false)
    {
        var differences = new List<string>();
        Compare(expected, actual, "$", nullIsAbsent, differences);
        return differences;
    }

    private static void Compare(JsonNode? expected, JsonNode? actual, string path, bool nullIsAbsent, List<string> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                CompareMembers(left, right, path, nullIsAbsent, differences);
                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                for (var i = 0; i < left.Count; i++)
                    Compare(left[i], right[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), nullIsAbsent, differences);
                break;
            case (JsonValue left, JsonValue right) when SameScalar(left, right):
            case (null, null):
                break;
            default:
                differences.Add($"{path}: expected {Show(expected)}, was {Show(actual)}");
                break;
        }
    }

    private static void CompareMembers(JsonObject expected, JsonObject actual, string path, bool nullIsAbsent, List<string> differences)
    {
        foreach (var (name, value) in expected)
        {
            if (actual.TryGetPropertyValue(name, out var other))
                Compare(value, other, $"{path}.{name}", nullIsAbsent, differences);
            else if (value is not null || !nullIsAbsent)
                differences.Add($"{path}.{name}: expected {Show(value)}, was absent");
        }

        foreach (var (name, value) in actual)
        {
            if (!expected.ContainsKey(name) && (value is not null || !nullIsAbsent))
                differences.Add($"{path}.{name}: not expected, was {Show(value)}");
        }
    }

    private static bool SameScalar(JsonValue expected, JsonValue actual) =>
        expected.GetValueKind() == actual.GetValueKind() && expected.GetValueKind() switch
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

    // Only a text that looks like a full timestamp is one: "2026" must not equal "2026-01-01".
    private static DateTimeOffset? Instant(string text) =>
        text.Length > 18 && text[4] == '-' && text[10] == 'T'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length > 120 ? text[..120] + "…" : text;
    }
}
