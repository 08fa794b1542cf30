using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Activities;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>Shows bodies: JSON and forms with line breaks, without secrets.</summary>
internal static class BodyText
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Returns the text of a body, or an empty text if there is none.</summary>
    public static string Of(BodyStart body)
    {
        var text = Raw(body);
        if (text.Length == 0)
            return text;

        if (text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            return string.Create(CultureInfo.InvariantCulture, $"An HTML page of {body.Length} bytes.");

        var shown = IsForm(text) ? Fields(text) : Pretty(text);
        return body.IsCut
            ? string.Create(CultureInfo.InvariantCulture, $"{shown}\n… cut off, {body.Length} bytes in all")
            : shown;
    }

    /// <summary>Returns the text as it was sent, but without secrets.</summary>
    public static string Raw(BodyStart body)
    {
        var text = Encoding.UTF8.GetString(body.Bytes.Span);
        return IsForm(text) ? SecretMask.Form(text) : SecretMask.Json(text);
    }

    /// <summary>Returns JSON with line breaks and without secrets; other text as it is.</summary>
    public static string Pretty(string text)
    {
        var masked = SecretMask.Json(text);
        try
        {
            return Of(JsonNode.Parse(masked));
        }
        catch (JsonException)
        {
            return masked;
        }
    }

    /// <summary>Returns a tree with line breaks and without secrets.</summary>
    public static string Of(JsonNode? tree) => SecretMask.Json(Indent(tree));

    // Written by the node itself: serializing by type would need metadata that trimming removes.
    private static string Indent(JsonNode? tree) => tree?.ToJsonString(Indented) ?? "null";

    private static bool IsForm(string text) =>
        text.Contains('=', StringComparison.Ordinal) && text[0] is not ('{' or '[' or '<' or '"');

    private static string Fields(string text) =>
        string.Join(
            '\n',
            text.Split('&')
                .Select(pair =>
                    Uri.UnescapeDataString(pair.Replace('+', ' ')).Replace("=", " = ", StringComparison.Ordinal)
                )
        );
}
