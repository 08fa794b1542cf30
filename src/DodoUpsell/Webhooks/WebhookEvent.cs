using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DodoUpsell.Webhooks;

/// <summary>
/// What a webhook delivery says: a <see cref="PaymentEvent"/>, <see cref="SubscriptionEvent"/>,
/// <see cref="RefundEvent"/> and so on, or an <see cref="UnknownWebhookEvent"/>. Deliveries come in any order and more
/// than once, so decide by the state in the data.
/// </summary>
/// <remarks>
/// Its text form names the type only. Members of the envelope that this version does not know are kept.
/// </remarks>
public abstract record WebhookEvent : ApiObject
{
    private protected WebhookEvent() { }

    /// <summary>
    /// Gets what happened, such as <c>payment.succeeded</c>; the default value when the delivery does not say.
    /// </summary>
    public WebhookEventType Type { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets when it happened, in UTC; the default value when the delivery does not say. It may be long before the
    /// delivery.
    /// </summary>
    public DateTimeOffset Timestamp
    {
        get;
        init => field = value.ToUniversalTime();
    }

    /// <summary>
    /// Gets what the data is on the wire, such as <c>Payment</c>. Data that does not say it is named by the event's
    /// <see cref="Type"/>.
    /// </summary>
    public abstract string PayloadType { get; }

    /// <summary>
    /// Gets what it is about, such as <c>payment:pay_…</c>, so that one subject's deliveries can be handled one at a
    /// time; empty when that is not known.
    /// </summary>
    public abstract string Subject { get; }

    /// <summary>
    /// Gets when the object in the data last changed, for objects that say so; of two deliveries about one subject, the
    /// later is newer. Otherwise null.
    /// </summary>
    public virtual DateTimeOffset? StateAt => null;

    /// <summary>
    /// Reads a delivery's body. It does not verify: see <see cref="DodoWebhookVerifier.VerifyAndParse"/>.
    /// </summary>
    /// <exception cref="WebhookVerificationException">It is empty (<see cref="WebhookRefusalReason.EmptyBody"/>), or no
    /// JSON object of at most 64 levels (<see cref="WebhookRefusalReason.MalformedBody"/>).</exception>
    public static WebhookEvent Parse(ReadOnlyMemory<byte> body) => Parse(body.Span);

    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte})"/>
    public static WebhookEvent Parse(byte[] body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Parse(body.AsSpan());
    }

    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte})"/>
    public static WebhookEvent Parse(ReadOnlySpan<byte> body) =>
        TryParse(body, out var read)
            ? read
            : throw new WebhookVerificationException(
                body.IsEmpty ? WebhookRefusalReason.EmptyBody : WebhookRefusalReason.MalformedBody
            );

    /// <summary>Reads a delivery's body if it is a JSON object of at most 64 levels. It does not verify.</summary>
    /// <remarks>
    /// Data of an unknown type, or that does not fit its type, makes an <see cref="UnknownWebhookEvent"/>: nothing is
    /// dropped.
    /// </remarks>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out WebhookEvent? webhookEvent) =>
        WebhookEnvelope.TryRead(body, out webhookEvent);

    /// <summary>
    /// The event as the JSON of a delivery, in UTF-8: what <see cref="Parse(ReadOnlyMemory{byte})"/> reads. Members
    /// that are null are left out, and data of a known type names it in <c>payload_type</c>, whether it came with it or
    /// not.
    /// </summary>
    public byte[] ToUtf8Bytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (BusinessId.Length > 0)
                writer.WriteString("business_id"u8, BusinessId);
            if (Type.Value.Length > 0)
                writer.WriteString("type"u8, Type.Value);
            if (Timestamp != default)
                writer.WriteString("timestamp"u8, Timestamp.UtcDateTime);
            foreach (var (name, value) in AdditionalProperties)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            WriteData(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the member <c>data</c>.</summary>
    private protected abstract void WriteData(Utf8JsonWriter writer);

    /// <summary>Gets its row in the table of events, or null if its data is not known.</summary>
    internal virtual EventKind? Kind => null;

    /// <summary>
    /// Returns the event with the object of a newer delivery about the same subject, or null if the two do not carry
    /// the same kind of object.
    /// </summary>
    internal virtual WebhookEvent? WithDataOf(WebhookEvent newer) => null;
}
