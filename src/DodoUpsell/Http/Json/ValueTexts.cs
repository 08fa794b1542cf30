using System.Text;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Keeps recently read texts of extensible values, so that reading the same value again allocates nothing. A text is
/// forgotten when another one needs its place.
/// </summary>
internal static class ValueTexts
{
    private const int Places = 1024;
    private const int LongestText = 48;

    private static readonly string?[] Texts = new string?[Places];

    /// <summary>Returns the kept text with these bytes, or null if there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> utf8)
    {
        var text = Texts[PlaceOf(utf8)];
        return text is not null && Ascii.Equals(utf8, text) ? text : null;
    }

    /// <summary>Keeps a text that consists of ASCII characters, and returns it.</summary>
    public static string Keep(string text)
    {
        if (text.Length > LongestText || !Ascii.IsValid(text))
            return text;
        Span<byte> utf8 = stackalloc byte[LongestText];
        Texts[PlaceOf(utf8[..Encoding.ASCII.GetBytes(text, utf8)])] = text;
        return text;
    }

    // FNV-1a, because collisions do no harm.
    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        foreach (var b in utf8)
            hash = (hash ^ b) * 16777619u;
        return (int)((hash ^ (hash >> 15)) % Places);
    }
}
