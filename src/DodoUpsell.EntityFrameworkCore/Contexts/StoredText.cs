using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Converts external text to a form that every database can store. The record of a payment must not be lost because of
/// a character that a database refuses.
/// </summary>
internal static class StoredText
{
    /// <summary>
    /// Returns the text with U+FFFD in place of characters that cannot be stored: U+0000 and lone surrogates.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(Suspicious))
            return text;
        var fit = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            fit.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return fit.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Suspicious = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0xD800, 0x800).Select(value => (char)value),
        '\0',
    ]);
}
