using DodoUpsell.Emulator.Webhooks;

namespace DodoUpsell.Emulator;

/// <summary>Where the emulator sends its events: an endpoint that takes all types.</summary>
public sealed record EmulatedWebhook
{
    /// <summary>The secret of an endpoint for which none was chosen.</summary>
    public const string DefaultSecret = "whsec_ZW11bGF0ZWQtd2ViaG9vay1zZWNyZXQtMDAwMQ==";

    /// <summary>Names the receiver.</summary>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not an absolute http or https address.</exception>
    public EmulatedWebhook(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!WebhookUrl.IsValid(url.OriginalString))
            throw new ArgumentException("A webhook needs an absolute http or https address.", nameof(url));

        Url = url;
    }

    /// <summary>Gets the receiver's address.</summary>
    public Uri Url { get; }

    /// <summary>
    /// Gets what messages are signed with: base64, with or without <c>whsec_</c>. Default: <see cref="DefaultSecret"/>.
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
                    "A webhook secret is base64, with or without `whsec_` before it.",
                    nameof(value)
                );

            field = value;
        }
    } = DefaultSecret;

    /// <summary>
    /// Gets whether messages that are due together go out in a random order, by the options' seed. Default: false.
    /// </summary>
    public bool Shuffle { get; init; }

    /// <summary>Gets whether every message goes out twice, with the same id. Default: false.</summary>
    public bool Duplicate { get; init; }
}
