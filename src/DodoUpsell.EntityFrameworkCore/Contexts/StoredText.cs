using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Text from outside as every database takes it. A character that one refuses must not lose the record of a payment.
/// </summary>
internal static class StoredText
{
    /// <summary>
    /// The text with U+FFFD in place of what cannot be stored: the character 0, and halves of characters.
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
