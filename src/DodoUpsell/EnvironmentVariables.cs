namespace DodoUpsell;

/// <summary>
/// The environment variables of the official SDKs. They provide settings that are missing in the options.
/// </summary>
internal static class EnvironmentVariables
{
    public const string ApiKey = "DODO_PAYMENTS_API_KEY";
    public const string WebhookKey = "DODO_PAYMENTS_WEBHOOK_KEY";
    public const string BaseUrl = "DODO_PAYMENTS_BASE_URL";

    public static void FillIn(DodoUpsellOptions options, Func<string, string?>? read = null)
    {
        read ??= Environment.GetEnvironmentVariable;
        if (options.ApiKey.IsEmpty)
            options.ApiKey = read(ApiKey);
        if (!options.HasWebhookSecrets && read(WebhookKey) is { Length: > 0 } secret)
            options.WebhookSecrets.Add(secret);
        if (options.BaseAddress is null && read(BaseUrl) is { Length: > 0 } url)
        {
            options.BaseAddress = Uri.TryCreate(url, UriKind.Absolute, out var address)
                ? address
                : throw new ArgumentException(
                    $"The environment variable {BaseUrl} is not an absolute URL: set it to a URL such as "
                        + $"https://test.dodopayments.com.",
                    nameof(options)
                );
        }
    }
}
