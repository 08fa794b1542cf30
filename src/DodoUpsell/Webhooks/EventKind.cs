using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DodoUpsell.Webhooks;

/// <summary>
/// One row of the table of events: which types of events carry which object, and how it is read, named and handed to
/// handlers.
/// </summary>
/// <param name="payloadType">What the object is called in <c>payload_type</c>.</param>
/// <param name="types">The type of the events that carry it, or how their types begin if it ends with a dot.</param>
internal abstract class EventKind(string payloadType, string types)
{
    public string PayloadType { get; } = payloadType;

    public bool Carries(string type) =>
        types.EndsWith('.')
            ? type.StartsWith(types, StringComparison.Ordinal)
            : string.Equals(type, types, StringComparison.Ordinal);

    /// <summary>Returns the event for this data, or null if the data does not fit.</summary>
    public abstract WebhookEvent? Read(ReadOnlySpan<byte> data);

    /// <summary>Returns the registered handlers for an event of this kind.</summary>
    public abstract IEnumerable<NamedHandler> HandlersIn(
        ServiceHandlers handlers,
        IServiceProvider services,
        WebhookEvent webhookEvent,
        WebhookContext context
    );
}

/// <summary>A row for one type of object.</summary>
internal abstract class EventKind<TData>(
    string payloadType,
    string types,
    JsonTypeInfo<TData> json,
    Func<TData, string> subject,
    Func<TData, DateTimeOffset?>? stamp
) : EventKind(payloadType, types)
    where TData : ApiObject
{
    public const string TypeMember = "payload_type";

    public string SubjectOf(TData data) => subject(data);

    public DateTimeOffset? StampOf(TData data) => stamp?.Invoke(data);

    /// <summary>Writes the member <c>data</c> with its type. The objects themselves do not know that member.</summary>
    public void Write(Utf8JsonWriter writer, TData data)
    {
        writer.WritePropertyName("data"u8);
        writer.WriteStartObject();
        writer.WriteString(TypeMember, PayloadType);
        using (var members = JsonSerializer.SerializeToDocument(data, json))
        {
            foreach (var member in members.RootElement.EnumerateObject())
                member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    protected TData? ReadData(ReadOnlySpan<byte> data)
    {
        try
        {
            var read = JsonSerializer.Deserialize(data, json);
            if (read?.ExtensionData is { } unknown && unknown.Remove(TypeMember) && unknown.Count == 0)
                read.ExtensionData = null;
            return read;
        }
        catch (JsonException)
        {
            // Not of the type it says; the caller keeps it as it came.
            return null;
        }
    }
}

/// <summary>
/// A row with the class of its events. Its type arguments are closed in the table, so that native compilation sees
/// every type of handler.
/// </summary>
internal sealed class EventKind<TEvent, TData>(
    string payloadType,
    string types,
    JsonTypeInfo<TData> json,
    Func<TData, TEvent> create,
    Func<TData, string> subject,
    Func<TData, DateTimeOffset?>? stamp = null
) : EventKind<TData>(payloadType, types, json, subject, stamp)
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
