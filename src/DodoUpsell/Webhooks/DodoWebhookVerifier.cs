using System.Globalization;
using System.Security.Cryptography;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Tells deliveries of Dodo Payments from forgeries, by the Standard Webhooks scheme over the raw bytes. Thread-safe;
/// make one and keep it.
/// </summary>
public sealed class DodoWebhookVerifier
{
    private const int MaxIdLength = 256;
    private const int MaxTimestampLength = 12;

    private readonly WebhookKey[] _keys;
    private readonly TimeProvider _time;

    /// <summary>
    /// A verifier with the endpoint's secrets, any of which may have signed: while one is replaced, the old one stays
    /// valid for a day.
    /// </summary>
    /// <param name="secrets">One or more, with or without <c>whsec_</c>.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <exception cref="ArgumentException">There is none, or one is not base64 of at least 16 bytes.</exception>
    public DodoWebhookVerifier(IEnumerable<Secret> secrets, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _keys = [.. secrets.Select(secret => WebhookKey.From(secret, nameof(secrets)))];
        if (_keys.Length == 0)
            throw new ArgumentException(
                "There is no webhook secret, so nothing could be verified. Give the endpoint's signing secret "
                    + "(whsec_…).",
                nameof(secrets)
            );
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>A verifier with the endpoint's only secret.</summary>
    /// <param name="secret">With or without <c>whsec_</c>.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <exception cref="ArgumentException">It is not base64 of at least 16 bytes.</exception>
    public DodoWebhookVerifier(Secret secret, TimeProvider? timeProvider = null)
    {
        _keys = [WebhookKey.From(secret, nameof(secret))];
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>How far the time of sending may be from now, in either direction: five minutes, inclusive.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets the largest body that is looked at, in bytes. Default: 1,048,576 (1 MiB). Real ones have a few thousand.
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
    /// Whether the delivery is genuine, and if not, why. Never throws for anything that was received.
    /// </summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The request's body, byte for byte as it came.</param>
    /// <param name="refusal">Why not; <see cref="WebhookRefusalReason.None"/> when it is genuine.</param>
    public bool TryVerify(WebhookHeaders headers, ReadOnlySpan<byte> body, out WebhookRefusalReason refusal)
    {
        refusal = Check(headers, body);
        return refusal == WebhookRefusalReason.None;
    }

    /// <summary>Throws unless the delivery is genuine.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The request's body, byte for byte as it came.</param>
    /// <exception cref="WebhookVerificationException">It is not; its reason says why.</exception>
    public void Verify(WebhookHeaders headers, ReadOnlySpan<byte> body)
    {
        if (!TryVerify(headers, body, out var refusal))
            throw new WebhookVerificationException(refusal);
    }

    /// <summary>The event of a genuine delivery.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The request's body, byte for byte as it came.</param>
    /// <exception cref="WebhookVerificationException">It is not genuine, or no JSON object; its reason says
    /// which.</exception>
    public WebhookEvent VerifyAndParse(WebhookHeaders headers, ReadOnlyMemory<byte> body)
    {
        Verify(headers, body.Span);
        return WebhookEvent.Parse(body);
    }

    // What costs nothing comes first: a forger should not make us compute.
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

    // The signed content is `id.timestamp.body`: a full stop in the id would let the same signature stand for another
    // split of it.
    private static bool IsId(string id) =>
        id.Length <= MaxIdLength && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && !id.Contains('.');
}
