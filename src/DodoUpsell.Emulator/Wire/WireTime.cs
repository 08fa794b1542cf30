using System.Globalization;

namespace DodoUpsell.Emulator.Wire;

/// <summary>Timestamps in the API's format: RFC 3339 in UTC, at most microseconds.</summary>
internal static class WireTime
{
    private const string Writing = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";
    private const string Reading = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Writing, CultureInfo.InvariantCulture);

    public static string? Write(DateTimeOffset? time) => time is { } value ? Write(value) : null;

    public static bool TryParse(string text, out DateTimeOffset time)
    {
        // RFC 3339 allows nine digits of fraction. .NET keeps seven, so the rest is cut.
        var parsed = DateTimeOffset.TryParseExact(
            CutFraction(text),
            Reading,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out time
        );
        return parsed && HasOffset(text);
    }

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private static string CutFraction(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return text;

        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;

        return end - dot > 8 ? string.Concat(text.AsSpan(0, dot + 8), text.AsSpan(end)) : text;
    }
}
