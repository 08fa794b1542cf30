using System.Globalization;
using System.Text.Json;

namespace DodoUpsell.Http.Json;

/// <summary>Names a position in a JSON document, such as <c>$.items[2].currency</c>.</summary>
internal static class JsonPath
{
    /// <summary>Returns the path of the token that starts at the position, as far as the text can be read.</summary>
    public static string At(ReadOnlySpan<byte> json, long position)
    {
        var reader = new Utf8JsonReader(json);
        var steps = new List<Step>();
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= position)
                Follow(ref reader, steps);
        }
        catch (JsonException)
        {
            // The text ends, or is not JSON from here on.
        }

        return "$" + string.Concat(steps.Select(step => step.Text));
    }

    private static void Follow(ref Utf8JsonReader reader, List<Step> steps)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            steps.RemoveAt(steps.Count - 1);
            return;
        }

        if (steps.Count > 0 && steps[^1] is { IsArray: true } array)
            array.Index++;
        if (reader.TokenType == JsonTokenType.PropertyName)
            steps[^1].Name = reader.GetString();
        else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            steps.Add(new Step { IsArray = reader.TokenType == JsonTokenType.StartArray });
    }

    private sealed class Step
    {
        public bool IsArray { get; init; }

        public int Index { get; set; } = -1;

        public string? Name { get; set; }

        public string Text =>
            Name is not null ? $".{Name}"
            : Index >= 0 ? string.Create(CultureInfo.InvariantCulture, $"[{Index}]")
            : "";
    }
}
