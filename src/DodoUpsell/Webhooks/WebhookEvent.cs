using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Represents the event of a webhook delivery: a <see cref="PaymentEvent"/>, <see cref="SubscriptionEvent"/>,
/// <see cref="RefundEvent"/> and so on, or an <see cref="UnknownWebhookEvent"/>. Deliveries arrive in any order and
/// more than once, so base decisions on the state in the data.
/// </summary>
/// <remarks>
/// The text returned by <see cref="ApiObject.ToString"/> contains only the type. Unknown members of the envelope are
/// kept.
/// </remarks>
public abstract record WebhookEvent : ApiObject
{
    private protected WebhookEvent() { }

    /// <summary>
    /// Gets the type of the event, such as <c>payment.succeeded</c>, or the default value if the delivery does not
    /// contain it.
    /// </summary>
    public WebhookEventType Type { get; init; }

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets the time at which the event happened, in UTC, or the default value if the delivery does not contain it. It
    /// may be long before the delivery.
    /// </summary>
    public DateTimeOffset Timestamp
    {
        get;
        init => field = value.ToUniversalTime();
    }

    /// <summary>
    /// Gets the name of the data's type on the wire, such as <c>Payment</c>. If the data does not contain it, it
    /// follows from the event's <see cref="Type"/>.
    /// </summary>
    public abstract string PayloadType { get; }

    /// <summary>
    /// Gets the subject of the event, such as <c>payment:pay_…</c>, or an empty string if it is unknown. Deliveries
    /// about the same subject are handled one at a time.
    /// </summary>
    public abstract string Subject { get; }

    /// <summary>
    /// Gets the time at which the object in the data last changed, or null if the object does not contain it. Of two
    /// deliveries about the same subject, the one with the later time is newer.
    /// </summary>
    public virtual DateTimeOffset? StateAt => null;

    /// <summary>
    /// Parses the body of a delivery. Does not verify it; see <see cref="DodoWebhookVerifier.VerifyAndParse"/>.
    /// </summary>
    /// <exception cref="WebhookVerificationException">The body is empty (<see cref="WebhookRefusalReason.EmptyBody"/>),
    /// or is not a JSON object of at most 64 levels (<see cref="WebhookRefusalReason.MalformedBody"/>).</exception>
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

    /// <summary>
    /// Tries to parse the body of a delivery, which must be a JSON object of at most 64 levels. Does not verify it.
    /// </summary>
    /// <remarks>
    /// Data of an unknown type, and data that does not match its type, is returned as an
    /// <see cref="UnknownWebhookEvent"/>. Nothing is dropped.
    /// </remarks>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out WebhookEvent? webhookEvent) =>
        WebhookEnvelope.TryRead(body, out webhookEvent);

    /// <summary>
    /// Returns the event as the JSON of a delivery, in UTF-8, as read by <see cref="Parse(ReadOnlyMemory{byte})"/>.
    /// Null members are omitted. Data of a known type always includes <c>payload_type</c>, even if the delivery did
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

    /// <summary>Gets the event's row in <see cref="EventKinds"/>, or null if its data is unknown.</summary>
    internal virtual EventKind? Kind => null;

    /// <summary>
    /// Returns this event with the object of a newer delivery about the same subject, or null if the two events carry
    /// objects of different types.
    /// </summary>
    internal virtual WebhookEvent? WithDataOf(WebhookEvent newer) => null;
}
