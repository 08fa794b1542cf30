using System.Globalization;

namespace DodoUpsell.Webhooks;

/// <summary>Signs deliveries as Dodo Payments does, so that you can test your own endpoint. Thread-safe.</summary>
public sealed class DodoWebhookSigner
{
    private readonly WebhookKey[] _keys;

    /// <summary>
    /// Creates a signer with the given secrets. With more than one, as during a rotation, it creates one signature per
    /// secret.
    /// </summary>
    /// <param name="secrets">One or more webhook secrets, with or without the prefix <c>whsec_</c>.</param>
    /// <exception cref="ArgumentException">There is no secret, or a secret is not base64 of at least 16
    /// bytes.</exception>
    public DodoWebhookSigner(params Secret[] secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Length == 0)
            throw new ArgumentException("At least one webhook secret is required for signing.", nameof(secrets));
        _keys = [.. secrets.Select(secret => WebhookKey.From(secret, nameof(secrets)))];
    }

    /// <summary>Returns the headers of a delivery with the given id, time and body.</summary>
    /// <param name="id">The delivery's id.</param>
    /// <param name="timestamp">The time of sending. Fractions of a second are ignored.</param>
    /// <param name="body">The delivery's body, byte for byte as it is sent.</param>
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
