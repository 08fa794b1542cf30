using System.Globalization;
using System.Security.Cryptography;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Verifies that webhook deliveries come from Dodo Payments, by the Standard Webhooks scheme over the raw bytes.
/// Thread-safe; create one instance and reuse it.
/// </summary>
public sealed class DodoWebhookVerifier
{
    private const int MaxIdLength = 256;
    private const int MaxTimestampLength = 12;

    private readonly WebhookKey[] _keys;
    private readonly TimeProvider _time;

    /// <summary>
    /// Creates a verifier with the endpoint's secrets. A signature by any of them is accepted: after a rotation, the
    /// old secret remains valid for a day.
    /// </summary>
    /// <param name="secrets">One or more webhook secrets, with or without the prefix <c>whsec_</c>.</param>
    /// <param name="timeProvider">The time provider. The default is the system clock.</param>
    /// <exception cref="ArgumentException">There is no secret, or a secret is not base64 of at least 16
    /// bytes.</exception>
    public DodoWebhookVerifier(IEnumerable<Secret> secrets, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _keys = [.. secrets.Select(secret => WebhookKey.From(secret, nameof(secrets)))];
        if (_keys.Length == 0)
            throw new ArgumentException(
                "At least one webhook secret is required to verify deliveries. Pass the endpoint's signing secret "
                    + "(whsec_…).",
                nameof(secrets)
            );
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Creates a verifier with a single secret.</summary>
    /// <param name="secret">The endpoint's webhook secret, with or without the prefix <c>whsec_</c>.</param>
    /// <param name="timeProvider">The time provider. The default is the system clock.</param>
    /// <exception cref="ArgumentException">The secret is not base64 of at least 16 bytes.</exception>
    public DodoWebhookVerifier(Secret secret, TimeProvider? timeProvider = null)
    {
        _keys = [WebhookKey.From(secret, nameof(secret))];
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>
    /// Gets the maximum difference between the time of sending and the current time, in either direction: five minutes,
    /// inclusive.
    /// </summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets the maximum size of a body in bytes; larger bodies are refused. The default is 1,048,576 (1 MiB). Actual
    /// deliveries have a few thousand bytes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxBodyBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1024 * 1024;

    /// <summary>
    /// Returns whether the delivery is authentic and, if not, the reason. Does not throw, whatever was received.
    /// </summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The request's body, byte for byte as it was received.</param>
    /// <param name="refusal">The reason why the delivery was refused, or <see cref="WebhookRefusalReason.None"/> if it
    /// is authentic.</param>
    public bool TryVerify(WebhookHeaders headers, ReadOnlySpan<byte> body, out WebhookRefusalReason refusal)
    {
        refusal = Check(headers, body);
        return refusal == WebhookRefusalReason.None;
    }

    /// <summary>Throws an exception if the delivery is not authentic.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The request's body, byte for byte as it was received.</param>
    /// <exception cref="WebhookVerificationException">The delivery is not authentic. The exception's
    /// <see cref="WebhookVerificationException.Reason"/> says why.</exception>
    public void Verify(WebhookHeaders headers, ReadOnlySpan<byte> body)
    {
        if (!TryVerify(headers, body, out var refusal))
            throw new WebhookVerificationException(refusal);
    }

    /// <summary>Verifies a delivery and returns its event.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The request's body, byte for byte as it was received.</param>
    /// <exception cref="WebhookVerificationException">The delivery is not authentic, or its body is not a JSON object.
    /// The exception's <see cref="WebhookVerificationException.Reason"/> says which.</exception>
    public WebhookEvent VerifyAndParse(WebhookHeaders headers, ReadOnlyMemory<byte> body)
    {
        Verify(headers, body.Span);
        return WebhookEvent.Parse(body);
    }

    // The cheap checks come first, so that a forged delivery costs as little as possible.
    private WebhookRefusalReason Check(WebhookHeaders headers, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(headers.Id))
            return WebhookRefusalReason.MissingId;
        if (string.IsNullOrEmpty(headers.Timestamp))
            return WebhookRefusalReason.MissingTimestamp;
        if (string.IsNullOrEmpty(headers.Signature))
            return WebhookRefusalReason.MissingSignature;
        if (!IsId(headers.Id))
            return WebhookRefusalReason.MalformedId;
        if (CheckTime(headers.Timestamp) is var late and not WebhookRefusalReason.None)
            return late;
        if (headers.Signature.Length > SignatureList.MaxLength)
            return WebhookRefusalReason.SignatureTooLong;
        if (body.IsEmpty)
            return WebhookRefusalReason.EmptyBody;
        if (body.Length > MaxBodyBytes)
            return WebhookRefusalReason.BodyTooLarge;

        Span<byte> signatures = stackalloc byte[SignatureList.MaxEntries * WebhookKey.MacBytes];
        var count = SignatureList.Decode(headers.Signature, signatures);
        if (count == 0)
            return WebhookRefusalReason.NoUsableSignature;
        return IsSigned(headers.Id, headers.Timestamp, body, signatures[..(count * WebhookKey.MacBytes)])
            ? WebhookRefusalReason.None
            : WebhookRefusalReason.SignatureMismatch;
    }

    private bool IsSigned(string id, string timestamp, ReadOnlySpan<byte> body, ReadOnlySpan<byte> signatures)
    {
        Span<byte> mac = stackalloc byte[WebhookKey.MacBytes];
        foreach (var key in _keys)
        {
            key.Sign(id, timestamp, body, mac);
            for (var rest = signatures; !rest.IsEmpty; rest = rest[WebhookKey.MacBytes..])
            {
                if (CryptographicOperations.FixedTimeEquals(mac, rest[..WebhookKey.MacBytes]))
                    return true;
            }
        }

        return false;
    }

    private WebhookRefusalReason CheckTime(string text)
    {
        if (
            text.Length > MaxTimestampLength
            || text.AsSpan().ContainsAnyExceptInRange('0', '9')
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        )
        {
            return WebhookRefusalReason.MalformedTimestamp;
        }

        var age = _time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds);
        return age > Tolerance ? WebhookRefusalReason.TooOld
            : age < -Tolerance ? WebhookRefusalReason.TooNew
            : WebhookRefusalReason.None;
    }

    // The signed content is `id.timestamp.body`. If the id could contain a full stop, the same signature would be valid
    // for another split of the same content.
    private static bool IsId(string id) =>
        id.Length <= MaxIdLength && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && !id.Contains('.');
}
