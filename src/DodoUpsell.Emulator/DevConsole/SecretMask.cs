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
                .Replace(
                    text,
                    headers =>
                        headers.Groups["name"].Value
                        + Values().Replace(headers.Groups["values"].Value, $"${{name}}\"{Mask}\"")
                )
        );

    /// <summary>Returns the text of a form without secrets and without card data but the last four digits.</summary>
    public static string Form(string text) =>
        Cards()
            .Replace(
                FormSecrets().Replace(text, $"${{name}}={Mask}"),
                card => $"{card.Groups["name"].Value}={Mask}{card.Groups["last"].Value}"
            );

    private static string Anywhere(string text) =>
        Prefixed().Replace(Members().Replace(text, $"${{name}}\"{Mask}\""), Mask);

    // The value may be cut off at the end of the text.
    [GeneratedRegex(
        """(?<name>"(?:[a-z_]*secret|api_key|authorization|card_cvc)"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|$)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Members();

    [GeneratedRegex("whsec_[A-Za-z0-9+/=_-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Prefixed();

    [GeneratedRegex(
        """(?<name>"headers"\s*:\s*)(?<values>\{[^}]*(?:\}|$))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex HeaderObjects();

    [GeneratedRegex(
        """(?<name>"(?:[^"\\]|\\.)*"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|$)""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Values();

    [GeneratedRegex(
        "(?<name>(?:^|(?<=&))(?:secret|card_cvc))=[^&]*",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex FormSecrets();

    [GeneratedRegex(
        "(?<name>(?:^|(?<=&))card_number)=[^&]*?(?<last>[0-9]{0,4})(?=&|$)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Cards();
}
