using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>
/// A row of <see cref="EventKinds"/>: the event types that carry an object, and how the object is read, identified and
/// passed to handlers.
/// </summary>
/// <param name="payloadType">The object's name in <c>payload_type</c>.</param>
/// <param name="types">The type of the events that carry the object, or a prefix of their types if it ends with a
/// dot.</param>
internal abstract class EventKind(string payloadType, string types)
{
    public string PayloadType { get; } = payloadType;

    public bool Carries(string type) =>
        types.EndsWith('.')
            ? type.StartsWith(types, StringComparison.Ordinal)
            : string.Equals(type, types, StringComparison.Ordinal);

    /// <summary>
    /// Returns the event for the given data, or null if the data does not match the type of the object.
    /// </summary>
    public abstract WebhookEvent? Read(ReadOnlySpan<byte> data);

    /// <summary>Returns the registered handlers for an event of this kind.</summary>
    public abstract IEnumerable<NamedHandler> HandlersIn(
        ServiceHandlers handlers,
        IServiceProvider services,
        WebhookEvent webhookEvent,
        WebhookContext context
    );
}

/// <summary>An event kind whose data is of type <typeparamref name="TData"/>.</summary>
internal abstract class EventKind<TData>(
    string payloadType,
    string types,
    ReadJson<TData> readJson,
    WriteJson<TData> writeMembers,
    Func<TData, string> subject,
    Func<TData, DateTimeOffset?>? stamp
) : EventKind(payloadType, types)
    where TData : ApiObject
{
    public const string TypeMember = "payload_type";

    public string SubjectOf(TData data) => subject(data);

    public DateTimeOffset? StampOf(TData data) => stamp?.Invoke(data);

    /// <summary>
    /// Writes the member <c>data</c> including <c>payload_type</c>, which the models themselves do not have.
    /// </summary>
    public void Write(Utf8JsonWriter writer, TData data)
    {
        writer.WritePropertyName("data"u8);
        writer.WriteStartObject();
        writer.WriteString(TypeMember, PayloadType);
        writeMembers(writer, data);
        writer.WriteEndObject();
    }

    protected TData? ReadData(ReadOnlySpan<byte> data)
    {
        try
        {
            var read = ModelJson.Parse(data, readJson);
            if (read?.ExtensionData is { } unknown && unknown.Remove(TypeMember) && unknown.Count == 0)
                read.ExtensionData = null;
            return read;
        }
        catch (JsonException)
        {
            // The data is not of the type that it names. The caller keeps it unparsed.
            return null;
        }
    }
}

/// <summary>
/// An event kind with its event class. Its type arguments are closed in <see cref="EventKinds"/>, so that native
/// compilation sees every handler type.
/// </summary>
internal sealed class EventKind<TEvent, TData>(
    string payloadType,
    string types,
    ReadJson<TData> readJson,
    WriteJson<TData> writeMembers,
    Func<TData, TEvent> create,
    Func<TData, string> subject,
    Func<TData, DateTimeOffset?>? stamp = null
) : EventKind<TData>(payloadType, types, readJson, writeMembers, subject, stamp)
    where TEvent : WebhookEvent<TData>
    where TData : ApiObject
{
    public override WebhookEvent? Read(ReadOnlySpan<byte> data) => ReadData(data) is { } read ? create(read) : null;

    public override IEnumerable<NamedHandler> HandlersIn(
        ServiceHandlers handlers,
        IServiceProvider services,
        WebhookEvent webhookEvent,
        WebhookContext context
    )
    {
        var typed = (TEvent)webhookEvent;
        return
        [
            .. handlers.Of<TEvent>(services, typed, context),
            .. handlers.Of<WebhookEvent<TData>>(services, typed, context),
        ];
    }
}
