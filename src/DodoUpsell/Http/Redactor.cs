using System.Text.RegularExpressions;

namespace DodoUpsell.Http;

/// <summary>Takes secrets and personal data out of a server's text before it may enter an exception or a log.</summary>
internal static partial class Redactor
{
    private const int Longest = 500;

    /// <summary>The text without e-mail addresses, card-like numbers, keys and secrets, on one line and at most 500 characters long.</summary>
    public static string Clean(string text, string? apiKey)
    {
        // Cut before the patterns run, generously, so that a huge page costs nothing.
        var head = text.Length > 4 * Longest ? text[..(4 * Longest)] : text;
        if (!string.IsNullOrEmpty(apiKey)) head = head.Replace(apiKey, "[api key]", StringComparison.Ordinal);
        head = Secrets().Replace(head, "[secret]");
        head = Emails().Replace(head, "[e-mail]");
        head = CardNumbers().Replace(head, "[number]");
        head = WhiteSpace().Replace(head, " ").Trim();
        return head.Length <= Longest && text.Length <= 4 * Longest ? head : $"{head[..Math.Min(head.Length, Longest)]}…";
    }

    [GeneratedRegex(@"(?i)\bbearer\s+[^\s""'<>,]+|\bwhsec_[A-Za-z0-9+/=_-]+|\b\w+_secret_\w+|(?<=""(client_secret|secret|link)""\s*:\s*"")[^""]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secrets();

    [GeneratedRegex(@"[^\s""'<>@,:;()]+@[^\s""'<>@,:;()]+\.[A-Za-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Emails();

    [GeneratedRegex(@"\b(?:\d[ -]?){11,18}\d\b", RegexOptions.None, 1000)]
    private static partial Regex CardNumbers();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
