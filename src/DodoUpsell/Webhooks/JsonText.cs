using System.Text.Json;
using System.Text.Unicode;

namespace DodoUpsell.Webhooks;

/// <summary>Whether text can be decoded at all, so that nobody meets an exception when it is read later.</summary>
internal static class JsonText
{
    /// <summary>
    /// Whether it is UTF-8 and its escapes make whole characters: <c>\ud800</c> alone is half of one.
    /// </summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
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
