namespace DodoUpsell.Emulator.Webhooks;

internal static class WebhookUrl
{
    public static bool IsValid(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
