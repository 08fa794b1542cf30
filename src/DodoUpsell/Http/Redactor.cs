using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DodoUpsell.Http;

/// <summary>
/// Removes secrets and personal data from external text before it is used in an exception, a log or a store.
/// </summary>
/// <remarks>
/// The text is decoded first (percent-encoding and escapes), as a reader would. Parts of known secrets are removed as
/// well, because servers and libraries truncate the text they quote.
/// </remarks>
internal static partial class Redactor
{
    private const int Longest = 500;

    // The maximum length of text that is examined. It is generous, but bounds the cost of a huge page.
    private const int Window = 4 * Longest;

    // The minimum number of consecutive characters of a secret that are removed. Shorter parts are useless, and would
    // match ordinary words.
    private const int TellingPart = 8;

    // A percent-encoded URL may have been encoded repeatedly.
    private const int MostEncodings = 3;

    private static readonly SearchValues<char> Delimiters = SearchValues.Create(" \t\r\n<>\",;");

    /// <summary>
    /// Returns the text without e-mail addresses, card-like numbers, keys and secrets, on one line and truncated to 500
    /// characters.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="secrets">Known secrets, in addition to text that looks like a secret.</param>
    public static string Clean(string text, IReadOnlyList<string>? secrets = null)
    {
        var isCut = text.Length > Window;
        var clean = WithoutSecrets(Decoded(isCut ? WithoutLastWord(text[..Window]) : text), secrets);
        return clean.Length <= Longest && !isCut ? clean : $"{clean[..Math.Min(clean.Length, Longest)]}…";
    }

    /// <summary>
    /// Returns an API code unchanged. Text that is not a code is redacted, and text that looks like a key is removed.
    /// </summary>
    public static string CleanCode(string code)
    {
        var clean = Clean(code);

        // Codes consist of words. A combination of upper case, lower case and digits is typical of keys.
        return clean.Any(char.IsAsciiLetterUpper) && clean.Any(char.IsAsciiLetterLower) && clean.Any(char.IsAsciiDigit)
            ? "[secret]"
            : clean;
    }

    /// <summary>Returns whether redaction would remove anything from the text, whatever its length.</summary>
    public static bool Finds(string text, IReadOnlyList<string>? secrets)
    {
        var decoded = Decoded(text);
        return !string.Equals(WithoutSecrets(decoded, secrets), OnOneLine(decoded), StringComparison.Ordinal);
    }

    private static string WithoutSecrets(string text, IReadOnlyList<string>? secrets)
    {
        try
        {
            foreach (var secret in secrets ?? [])
                text = WithoutPartsOf(secret, text);
            text = Secrets().Replace(text, "[secret]");
            text = Emails().Replace(text, "[e-mail]");
            return OnOneLine(CardNumbers().Replace(text, "[number]"));
        }
        catch (RegexMatchTimeoutException)
        {
            return "[not readable]";
        }
    }

    private static string OnOneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

    // A value that was cut in two would not be recognised.
    private static string WithoutLastWord(string text)
    {
        var end = text.AsSpan().TrimEnd("0123456789 -").Length;
        var start = text.AsSpan(0, end).LastIndexOfAny(Delimiters);
        return text[..(start + 1)];
    }

    private static string Decoded(string text)
    {
        for (var i = 0; i < MostEncodings && text.AsSpan().ContainsAny('%', '\\', '&'); i++)
        {
            var decoded = Escapes().Replace(text, match => DecodeOne(match.ValueSpan));
            if (decoded.Length == text.Length)
                break;
            text = decoded;
        }

        return text;
    }

    private static string DecodeOne(ReadOnlySpan<char> escape) =>
        escape[0] switch
        {
            '%' => Character(escape[1..], NumberStyles.HexNumber),
            '\\' when escape.Length > 2 => Character(escape[2..], NumberStyles.HexNumber),
            '\\' => escape[1..].ToString(),
            _ when escape[2] is 'x' or 'X' => Character(escape[3..^1], NumberStyles.HexNumber),
            _ => Character(escape[2..^1], NumberStyles.None),
        };

    // Characters outside ASCII are not part of any pattern.
    private static string Character(ReadOnlySpan<char> number, NumberStyles style) =>
        int.TryParse(number, style, CultureInfo.InvariantCulture, out var code) && code is >= 0x20 and < 0x7F
            ? ((char)code).ToString()
            : " ";

    private static string WithoutPartsOf(string secret, string text)
    {
        if (secret.Length <= TellingPart)
            return secret.Length == 0 ? text : text.Replace(secret, "[secret]", StringComparison.Ordinal);
        for (var at = 0; at + TellingPart <= text.Length; )
        {
            if (!secret.Contains(text.AsSpan(at, TellingPart), StringComparison.OrdinalIgnoreCase))
            {
                at++;
                continue;
            }

            var length = TellingPart;
            while (
                at + length < text.Length
                && secret.Contains(text.AsSpan(at, length + 1), StringComparison.OrdinalIgnoreCase)
            )
                length++;
            text = $"{text.AsSpan(0, at)}[secret]{text.AsSpan(at + length)}";
            at += "[secret]".Length;
        }

        return text;
    }

    [GeneratedRegex(
        @"%[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[/""\\]|&#[0-9]{1,6};|&#[xX][0-9a-fA-F]{1,5};",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Escapes();

    [GeneratedRegex(
        @"(?i)\b(proxy-)?authorization\s*[:=][^\r\n]*|\b(set-)?cookie\s*:[^\r\n]*|\bwebhook-signature\s*:[^\r\n]*"
            + @"|\bbearer\s+[^\s""'<>,]+|\bwhsec_[A-Za-z0-9+/=_-]*|\b(sk|rk)_(live|test)_\w+|\b\w+_secret_\w+"
            + @"|(?<=""(client_secret|secret|api_key|token|password|cvc|cvv|link)""\s*:\s*"")[^""]+",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Secrets();

    // An address without its end, or without the end of its domain, is still personal data.
    [GeneratedRegex(@"(""[^""\s]+""|[^\s""'<>@,:;()=&?/]+)@[^\s""'<>@,:;()&]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Emails();

    [GeneratedRegex(@"(?<![\d_])(?:\d[\s-]{0,3}){11,}\d(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex CardNumbers();

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
