using System.Text.Json;
using System.Text.Unicode;

namespace DodoUpsell.Webhooks;

/// <summary>Checks that JSON text can be decoded, so that reading its strings later does not throw.</summary>
internal static class JsonText
{
    /// <summary>
    /// Returns whether the JSON is valid UTF-8 and its escapes form complete characters. A lone surrogate such as
    /// <c>\ud800</c> does not.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static bool IsUnicode(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) && ((json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0) || EscapesAreWhole(json));

    private static bool EscapesAreWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                    reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
