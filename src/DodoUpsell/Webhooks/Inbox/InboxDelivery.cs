namespace DodoUpsell.Webhooks;

/// <summary>One verified webhook delivery as the inbox keeps it.</summary>
/// <remarks>Its text form has neither the body nor the error.</remarks>
public sealed record InboxDelivery
{
    /// <summary>Gets the <c>webhook-id</c>: the same in every attempt to deliver it, so it is recorded once.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Gets the brand it belongs to; empty without brands. See <see cref="IWebhookInboxStore.Account"/>.
    /// </summary>
    public string Account { get; init; } = "";

    /// <summary>
    /// Gets the event's type, such as <c>payment.succeeded</c>; empty when the delivery does not say.
    /// </summary>
    public string Type { get; init; } = "";

    /// <summary>Gets what it is about, such as <c>payment:pay_…</c>; empty when that is not known.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Gets the body, byte for byte as it was signed.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets when it was recorded, in UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets when it was sent, by its <c>webhook-timestamp</c>, in whole seconds, in UTC.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Gets when the event happened, in UTC; <see cref="SentAt"/> when the delivery does not say.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>Gets when the object in the body last changed, in UTC; null when it does not say.</summary>
    public DateTimeOffset? StateAt { get; init; }

    /// <summary>Gets where it stands. Default: <see cref="InboxState.Waiting"/>.</summary>
    public InboxState State { get; init; }

    /// <summary>
    /// Gets how often it was tried, the running attempt included; counted when the attempt begins, so that one which
    /// ends the process counts.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>Gets when it is tried next, in UTC, while it waits.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Gets who may say how the running attempt ended; null while nobody handles it.</summary>
    public Guid? LeaseToken { get; init; }

    /// <summary>Gets when others may take it from the worker that handles it, in UTC; null while nobody does.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Gets when it was completed or parked, in UTC; null before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>
    /// Gets the type and the shortened message of what went wrong last, without addresses, card numbers and secrets;
    /// null when nothing did.
    /// </summary>
    public string? LastError { get; init; }

    /// <summary>
    /// Gets the trace in which the delivery was received, as a W3C <c>traceparent</c>, or null if there was none.
    /// </summary>
    public string? TraceParent { get; init; }

    /// <summary>Gets how new the object in the body is: when it last changed, else when it was sent.</summary>
    public DateTimeOffset FreshAt => StateAt ?? SentAt;

    /// <summary>
    /// Compares how new the objects of two deliveries about one subject are: by <see cref="FreshAt"/>, then
    /// <see cref="OccurredAt"/>, then <see cref="Id"/> (ordinal), so that the answer never depends on the order in
    /// which they arrived. Above zero: this one is newer.
    /// </summary>
    public int CompareFreshness(InboxDelivery other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (FreshAt != other.FreshAt)
            return FreshAt.CompareTo(other.FreshAt);
        return OccurredAt != other.OccurredAt
            ? OccurredAt.CompareTo(other.OccurredAt)
            : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>The id, the type and the state.</summary>
    public override string ToString() => $"{nameof(InboxDelivery)} {{ Id = {Id}, Type = {Type}, State = {State} }}";
}
