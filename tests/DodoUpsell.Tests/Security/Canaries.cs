using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DodoUpsell.Tests.Security;

/// <summary>
/// Secrets and personal data that must come out nowhere, and the search for them: whole, cut, percent-encoded or
/// escaped.
/// </summary>
internal static partial class Canaries
{
    public const string ApiKey = "k3yCANARYa7Qx2Zt9.pL0wVb4NcR8sUe6Md1Hf5Gj";

    public const string SecretText = "Y2FuYXJ5V2ViaG9va1NlY3JldDAxMjM0NTY3ODk=";

    public const string WebhookSecret = "whsec_" + SecretText;

    public const string Header = "hdrCANARYv5Jk8Wq2Xn7Yb";

    public const string Email = "canary.lovelace@example.test";

    public const string Card = "4242 4242 4242 4242";

    // What is left of a key when fewer characters than these stand together is of no use.
    private const int Telling = 10;

    /// <summary>Each canary in each shape in which a server or a library may quote it.</summary>
    public static readonly IReadOnlyList<string> Shapes =
    [
        ApiKey,
        $"Bearer {ApiKey}",
        $"Authorization: Bearer {ApiKey}",
        ApiKey[..20],
        $"{ApiKey[..16]}…",
        ApiKey[^18..],
        Uri.EscapeDataString(ApiKey).Replace(".", "%2E", StringComparison.Ordinal),
        Escaped(ApiKey),
        WebhookSecret,
        SecretText,
        WebhookSecret[..20],
        SecretText[..20],
        SecretText[^20..],
        Uri.EscapeDataString(WebhookSecret),
        Escaped(WebhookSecret),
        Header,
        $"X-Secret: {Header}",
        Email,
        Uri.EscapeDataString(Email),
        Uri.EscapeDataString(Uri.EscapeDataString(Email)),
        Escaped(Email),
        $"mailto:{Email}",
        Email[..^5],
        Email[..18],
        Email.Replace("@", "&#64;", StringComparison.Ordinal),
        $"?email={Uri.EscapeDataString(Email)}&x=1",
        Card,
        Card.Replace(' ', '-'),
        Card.Replace(" ", "", StringComparison.Ordinal),
        Card.Replace(" ", "%20", StringComparison.Ordinal),
        Card.Replace(" ", "\u00a0", StringComparison.Ordinal),
        $"card{Card.Replace(" ", "", StringComparison.Ordinal)}",
    ];

    /// <summary>Those that can be known without the options of a call.</summary>
    public static readonly IReadOnlyList<string> ShapesWithoutHeader =
    [
        .. Shapes.Where(shape => !shape.Contains(Header, StringComparison.Ordinal)),
    ];

    public static readonly IReadOnlyList<string> Needles =
    [
        .. Parts(ApiKey),
        .. Parts(SecretText),
        .. Parts(Header),
        "canary.lovelace",
        "4242424242",
    ];

    private static readonly SearchValues<string> AnyNeedle = SearchValues.Create(
        [.. Needles],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Returns which canaries a text has.</summary>
    public static IEnumerable<string> In(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        var unescaped = JsonEscape()
            .Replace(
                text,
                match =>
                    (
                        (char)int.Parse(match.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                    ).ToString()
            );
        var decoded = Uri.UnescapeDataString(Uri.UnescapeDataString(unescaped));
        string[] readings = [text, unescaped, decoded, Separators().Replace(decoded, "")];
        if (!readings.Any(reading => reading.AsSpan().ContainsAny(AnyNeedle)))
            return [];
        return Needles.Where(needle =>
            readings.Any(reading => reading.Contains(needle, StringComparison.OrdinalIgnoreCase))
        );
    }

    public static void AssertNoneIn(string? text) =>
        Assert.True(!In(text).Any(), $"{string.Join(", ", In(text).Take(3))} in: {text}");

    public static void AssertNoneIn(Exception exception)
    {
        foreach (var text in TextsOf(exception))
            AssertNoneIn(text);
    }

    /// <summary>Everything that somebody who logs an exception may print.</summary>
    public static IEnumerable<string> TextsOf(Exception exception)
    {
        yield return exception.ToString();
        for (var e = exception; e is not null; e = e.InnerException)
        {
            yield return e.Message;
            foreach (DictionaryEntry entry in e.Data)
                yield return $"{entry.Key} {entry.Value}";
            if (e is AggregateException many)
                foreach (var text in many.InnerExceptions.SelectMany(TextsOf))
                    yield return text;
            if (e is DodoException dodo)
                yield return dodo.Operation;
            if (e is DodoApiException api)
                yield return $"{api.Code} {api.ApiMessage} {api.ResponseBody}";
        }
    }

    public static string Escaped(string text) =>
        string.Concat(
            text.Select(c =>
                char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)
                    ? c.ToString()
                    : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
            )
        );

    private static IEnumerable<string> Parts(string secret) =>
        Enumerable.Range(0, secret.Length - Telling + 1).Select(start => secret.Substring(start, Telling));

    [GeneratedRegex(@"\\u[0-9a-fA-F]{4}")]
    private static partial Regex JsonEscape();

    [GeneratedRegex(@"(?<=\d)[\s-]+(?=\d)")]
    private static partial Regex Separators();
}
