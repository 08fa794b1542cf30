namespace DodoUpsell.Http;

/// <summary>What the options of an app and of a call hold in secret, for <see cref="Redactor"/>.</summary>
internal static class SecretTexts
{
    private const string WebhookPrefix = "whsec_";

    // Shorter values of headers are words such as true.
    private const int ShortestHeader = 8;

    public static IReadOnlyList<string> Of(DodoUpsellOptions options, RequestOptions? caller = null)
    {
        var secrets = new List<string> { options.ApiKey.Reveal() };
        foreach (var secret in options.WebhookSecrets)
        {
            var text = secret.Reveal().Trim();
            secrets.Add(text.StartsWith(WebhookPrefix, StringComparison.Ordinal) ? text[WebhookPrefix.Length..] : text);
        }

        if (caller?.Headers is { } headers)
            secrets.AddRange(headers.Values.Where(value => value.Length >= ShortestHeader));
        return secrets;
    }
}
