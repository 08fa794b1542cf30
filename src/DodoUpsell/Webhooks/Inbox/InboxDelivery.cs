namespace DodoUpsell.Webhooks;

/// <summary>Represents a verified webhook delivery as stored by the inbox.</summary>
/// <remarks>The text returned by <see cref="ToString"/> contains neither the body nor the error.</remarks>
public sealed record InboxDelivery
{
    /// <summary>
    /// Gets the <c>webhook-id</c>. It is the same in every attempt to deliver the event, so the event is recorded once.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>
    /// Gets the brand that the delivery belongs to, or an empty string if there are no brands. See
    /// <see cref="IWebhookInboxStore.Account"/>.
    /// </summary>
    public string Account { get; init; } = "";

    /// <summary>
    /// Gets the event's type, such as <c>payment.succeeded</c>, or an empty string if the delivery does not contain it.
    /// </summary>
    public string Type { get; init; } = "";

    /// <summary>
    /// Gets the subject of the event, such as <c>payment:pay_…</c>, or an empty string if it is unknown.
    /// </summary>
    public string Subject { get; init; } = "";

    /// <summary>Gets the body, byte for byte as it was signed, or no bytes if it was erased.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>
    /// Gets whether the body was erased with the data of its customer. Nothing can be handled any more.
    /// </summary>
    public bool IsErased => Body.IsEmpty;

    /// <summary>Gets the time at which the delivery was recorded, in UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// Gets the time at which the delivery was sent, according to its <c>webhook-timestamp</c>, in whole seconds, in
    /// UTC.
    /// </summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>
    /// Gets the time at which the event happened, in UTC, or <see cref="SentAt"/> if the delivery does not contain it.
    /// </summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>
    /// Gets the time at which the object in the body last changed, in UTC, or null if the object does not contain it.
    /// </summary>
    public DateTimeOffset? StateAt { get; init; }

    /// <summary>Gets the state of the delivery. The default is <see cref="InboxState.Waiting"/>.</summary>
    public InboxState State { get; init; }

    /// <summary>
    /// Gets the number of attempts, including the current one. An attempt is counted when it begins, so that an attempt
    /// that ends the process counts too.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>Gets the time at which a waiting delivery is due, in UTC.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>
    /// Gets the token that is required to record the result of the current attempt, or null if the delivery is not
    /// leased.
    /// </summary>
    public Guid? LeaseToken { get; init; }

    /// <summary>
    /// Gets the time at which the lease expires and another worker can take the delivery, in UTC, or null if the
    /// delivery is not leased.
    /// </summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>
    /// Gets whether the delivery had the newest object of its subject when it was leased. False if the store did not
    /// determine it.
    /// </summary>
    public bool IsNewest { get; init; }

    /// <summary>
    /// Gets the time at which the delivery was completed or parked, in UTC, or null if it is neither.
    /// </summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>
    /// Gets the type and the shortened message of the last error, without e-mail addresses, card numbers and secrets,
    /// or null if there was no error.
    /// </summary>
    public string? LastError { get; init; }

    /// <summary>
    /// Gets the trace in which the delivery was received, as a W3C <c>traceparent</c>, or null if there was none.
    /// </summary>
    public string? TraceParent { get; init; }

    /// <summary>
    /// Gets the time that determines how new the object in the body is: <see cref="StateAt"/>, or <see cref="SentAt"/>
    /// if <see cref="StateAt"/> is null.
    /// </summary>
    public DateTimeOffset FreshAt => StateAt ?? SentAt;

    /// <summary>
    /// Compares how new the objects of two deliveries about the same subject are: by <see cref="FreshAt"/>, then
    /// <see cref="OccurredAt"/>, then <see cref="Id"/> (ordinal). The result does not depend on the order of arrival.
    /// </summary>
    /// <returns>A value greater than zero if the object of this delivery is newer; less than zero if it is
    /// older.</returns>
    public int CompareFreshness(InboxDelivery other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (FreshAt != other.FreshAt)
            return FreshAt.CompareTo(other.FreshAt);
        return OccurredAt != other.OccurredAt
            ? OccurredAt.CompareTo(other.OccurredAt)
            : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Returns the text that a body about a customer contains, as JSON in UTF-8.</summary>
    internal static byte[] TextOf(string customerId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerId);
        return System.Text.Encoding.UTF8.GetBytes($"\"{customerId}\"");
    }

    /// <summary>Returns the id, the type and the state.</summary>
    public override string ToString() => $"{nameof(InboxDelivery)} {{ Id = {Id}, Type = {Type}, State = {State} }}";
}
