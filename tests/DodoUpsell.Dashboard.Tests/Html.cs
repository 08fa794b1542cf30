using System.Net;
using System.Text.RegularExpressions;

namespace DodoUpsell.Dashboard.Tests;

/// <summary>Reads pages as text.</summary>
internal static partial class Html
{
    /// <summary>Returns the token of the first form.</summary>
    public static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    /// <summary>Returns what a person reads, with single spaces.</summary>
    public static string Text(string page) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(page, " ")), " ").Trim();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
