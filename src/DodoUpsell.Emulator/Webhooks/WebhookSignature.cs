using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>
/// Creates Standard Webhooks signatures: HMAC-SHA256 over <c>id.timestamp.body</c>, one <c>v1</c> entry for each
/// secret.
/// </summary>
internal static class WebhookSignature
{
    public static string Header(IEnumerable<string> secrets, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return string.Join(
            ' ',
            secrets.Select(secret =>
                "v1," + Convert.ToBase64String(HMACSHA256.HashData(WebhookSecret.Key(secret), content))
            )
        );
    }
}
