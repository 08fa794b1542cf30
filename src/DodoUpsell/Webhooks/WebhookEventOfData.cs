using System.Text.Json;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Represents an event that carries an object of the API. A handler for this type receives every event that carries
/// such an object.
/// </summary>
/// <typeparam name="TData">The type of the object.</typeparam>
public abstract record WebhookEvent<TData> : WebhookEvent
    where TData : ApiObject
{
    private protected WebhookEvent(TData data) => Data = data;

    /// <summary>Gets the object as it is at delivery, which may be newer than the event.</summary>
    public TData Data { get; init; }

    /// <inheritdoc/>
    public override string PayloadType => Kind.PayloadType;

    /// <inheritdoc/>
    public override string Subject => Kind.SubjectOf(Data);

    /// <inheritdoc/>
    public override DateTimeOffset? StateAt => Kind.StampOf(Data);

    internal abstract override EventKind<TData> Kind { get; }

    internal override WebhookEvent? WithDataOf(WebhookEvent newer) =>
        newer is WebhookEvent<TData> fresh ? this with { Data = fresh.Data } : null;

    private protected override void WriteData(Utf8JsonWriter writer) => Kind.Write(writer, Data);
}
