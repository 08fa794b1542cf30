using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DodoUpsell.Dashboard.Text;

/// <summary>Writes JSON for people. The page that shows it encodes it for HTML.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
    };

    /// <summary>Returns the JSON with indents, or the text as it is if it is not JSON.</summary>
    public static string Pretty(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, Format))
                json.WriteTo(writer);
            return Encoding.UTF8.GetString(stream.ToArray());
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(utf8.Span);
        }
    }

    public static string Pretty(string text) => Pretty(Encoding.UTF8.GetBytes(text));

    /// <summary>Returns the text or number of a member, or null if there is none.</summary>
    public static string? Member(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return null;
        }

        return json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
            _ => null,
        };
    }
}
