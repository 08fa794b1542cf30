using System.Text.RegularExpressions;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>Hides webhook secrets, client secrets, headers of endpoints and card data in text that is shown.</summary>
internal static partial class SecretMask
{
    /// <summary>What is shown instead of a secret.</summary>
    public const string Mask = "••••••";

    /// <summary>Returns the text of a JSON body, or of a part of one, without secrets.</summary>
    public static string Json(string text) =>
        Anywhere(
            HeaderObjects()
                .Replace(text, headers => headers.Groups[1].Value + Values().Replace(headers.Groups[2].Value, $"$1\"{Mask}\""))
        );

    /// <summary>Returns the text of a form without secrets and without card data but the last four digits.</summary>
    public static string Form(string text) =>
        Cards().Replace(FormSecrets().Replace(text, $"$1={Mask}"), card => $"{card.Groups[1].Value}={Mask}{card.Groups[2].Value}");

    private static string Anywhere(string text) => Prefixed().Replace(Members().Replace(text, $"$1\"{Mask}\""), Mask);

    // The value may be cut off at the end of the text.
    [GeneratedRegex(
        """("(?:[a-z_]*secret|api_key|authorization|card_cvc)"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|$)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Members();

    [GeneratedRegex("whsec_[A-Za-z0-9+/=_-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefixed();

    [GeneratedRegex(
        """("headers"\s*:\s*)(\{[^}]*(?:\}|$))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex HeaderObjects();

    [GeneratedRegex(
        """("(?:[^"\\]|\\.)*"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|$)""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Values();

    [GeneratedRegex(
        "((?:^|(?<=&))(?:secret|card_cvc))=[^&]*",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FormSecrets();

    [GeneratedRegex(
        "((?:^|(?<=&))card_number)=[^&]*?([0-9]{0,4})(?=&|$)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Cards();
}
