using DodoUpsell.Emulator.Engine;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>Secrets of Standard Webhooks: the key in base64, usually after <c>whsec_</c>.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int KeyLength = 32;

    public static string Create(IdSource ids) => Prefix + Convert.ToBase64String(ids.Bytes(KeyLength));

    public static bool IsValid(string secret)
    {
        var key = WithoutPrefix(secret);
        return key.Length > 0 && Convert.TryFromBase64String(key, new byte[key.Length], out var length) && length > 0;
    }

    public static byte[] Key(string secret) => Convert.FromBase64String(WithoutPrefix(secret));

    private static string WithoutPrefix(string secret) =>
        secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret;
}
