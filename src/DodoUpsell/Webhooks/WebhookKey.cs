using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell.Webhooks;

/// <summary>The key in a webhook secret. Computes message authentication codes.</summary>
internal sealed class WebhookKey
{
    public const int MacBytes = 32;

    /// <summary>The minimum length of a key in bytes. The API's own keys have 24 bytes or more.</summary>
    public const int MinBytes = 16;

    private const string Prefix = "whsec_";

    // Enough for most ids and timestamps with a small body, so that a small delivery needs no rented buffer.
    private const int StackBytes = 512;

    private readonly byte[] _key;

    private WebhookKey(byte[] key) => _key = key;

    /// <summary>Creates the key from a webhook secret.</summary>
    /// <exception cref="ArgumentException">The secret is not base64 of at least 16 bytes. The message does not contain
    /// the secret.</exception>
    public static WebhookKey From(Secret secret, string parameter)
    {
        var text = KeyText(secret);
        var key = new byte[text.Length];
        if (!Convert.TryFromBase64Chars(text, key, out var length) || length < MinBytes)
        {
            throw new ArgumentException(
                text.IsEmpty
                    ? "A webhook secret is empty. Set the endpoint's signing secret (whsec_…); "
                        + "WebhookEndpoints.GetSecretAsync returns it."
                    : "A webhook secret is not base64 of at least 16 bytes after its optional prefix whsec_. Copy the "
                        + "endpoint's complete signing secret; WebhookEndpoints.GetSecretAsync returns it.",
                parameter
            );
        }

        return new(key[..length]);
    }

    /// <summary>Returns whether a key can be created from the secret.</summary>
    public static bool IsValid(Secret secret)
    {
        var text = KeyText(secret);
        return Convert.TryFromBase64Chars(text, new byte[text.Length], out var length) && length >= MinBytes;
    }

    private static ReadOnlySpan<char> KeyText(Secret secret)
    {
        var text = secret.Reveal().AsSpan().Trim();
        return text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
    }

    /// <summary>Computes the message authentication code of <c>{id}.{timestamp}.{body}</c>.</summary>
    public void Sign(string id, string timestamp, ReadOnlySpan<byte> body, Span<byte> mac)
    {
        var length = Encoding.UTF8.GetByteCount(id) + timestamp.Length + body.Length + 2;
        var rented = length <= StackBytes ? null : ArrayPool<byte>.Shared.Rent(length);
        var content = rented is null ? stackalloc byte[StackBytes] : rented;
        var end = Encoding.UTF8.GetBytes(id, content);
        content[end++] = (byte)'.';
        end += Encoding.ASCII.GetBytes(timestamp, content[end..]);
        content[end++] = (byte)'.';
        body.CopyTo(content[end..]);
        HMACSHA256.HashData(_key, content[..length], mac);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
