namespace DodoUpsell.Http;

/// <summary>Provides the secrets in the options of an app and of a call, for <see cref="Redactor"/>.</summary>
internal static class SecretTexts
{
    private const string WebhookPrefix = "whsec_";

    // Shorter header values are ordinary words such as true.
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
