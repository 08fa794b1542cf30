using System.Globalization;

namespace DodoUpsell.Webhooks;

/// <summary>Signs deliveries as Dodo Payments does, so that you can test your own endpoint. Thread-safe.</summary>
public sealed class DodoWebhookSigner
{
    private readonly WebhookKey[] _keys;

    /// <summary>
    /// A signer with these secrets; with several, as while one is being replaced, each makes a signature.
    /// </summary>
    /// <param name="secrets">One or more, with or without <c>whsec_</c>.</param>
    /// <exception cref="ArgumentException">There is none, or one is not base64 of at least 16 bytes.</exception>
    public DodoWebhookSigner(params Secret[] secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Length == 0)
            throw new ArgumentException("There is no webhook secret to sign with.", nameof(secrets));
        _keys = [.. secrets.Select(secret => WebhookKey.From(secret, nameof(secrets)))];
    }

    /// <summary>The headers of a delivery.</summary>
    /// <param name="id">The delivery's id.</param>
    /// <param name="timestamp">When it is sent; whole seconds count.</param>
    /// <param name="body">Its body, byte for byte as it is sent.</param>
    /// <exception cref="ArgumentException">The id is null or blank.</exception>
    public WebhookHeaders Sign(string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var seconds = timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signatures = new string[_keys.Length];
        Span<byte> mac = stackalloc byte[WebhookKey.MacBytes];
        for (var i = 0; i < signatures.Length; i++)
        {
            _keys[i].Sign(id, seconds, body, mac);
            signatures[i] = "v1," + Convert.ToBase64String(mac);
        }

        return new(id, seconds, string.Join(' ', signatures));
    }
}
