using DodoUpsell.Emulator.Webhooks;

namespace DodoUpsell.Emulator;

/// <summary>A webhook endpoint of the emulator that receives events of all types.</summary>
public sealed record EmulatedWebhook
{
    /// <summary>The secret of an endpoint whose secret was not set.</summary>
    public const string DefaultSecret = "whsec_ZW11bGF0ZWQtd2ViaG9vay1zZWNyZXQtMDAwMQ==";

    /// <summary>Creates an endpoint.</summary>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not an absolute http or https URL.</exception>
    public EmulatedWebhook(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!WebhookUrl.IsValid(url.OriginalString))
            throw new ArgumentException("A webhook needs an absolute http or https URL.", nameof(url));

        Url = url;
    }

    /// <summary>Gets the URL of the receiver.</summary>
    public Uri Url { get; }

    /// <summary>
    /// Gets the secret that messages are signed with: base64, with or without <c>whsec_</c>. The default is
    /// <see cref="DefaultSecret"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not base64.</exception>
    public string Secret
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (!WebhookSecret.IsValid(value))
                throw new ArgumentException(
                    "A webhook secret must be base64, with or without the prefix `whsec_`.",
                    nameof(value)
                );

            field = value;
        }
    } = DefaultSecret;

    /// <summary>
    /// Gets whether messages that are due together are sent in a random order, by the seed of the options. The default
    /// is false.
    /// </summary>
    public bool Shuffle { get; init; }

    /// <summary>Gets whether every message is sent twice, with the same id. The default is false.</summary>
    public bool Duplicate { get; init; }
}
