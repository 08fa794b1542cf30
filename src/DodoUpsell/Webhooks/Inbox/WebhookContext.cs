namespace DodoUpsell.Webhooks;

/// <summary>Provides information about the delivery of an event to its handlers.</summary>
public sealed record WebhookContext
{
    /// <summary>
    /// Gets the delivery's id. It is the same in every attempt, so it can be stored to make a handler idempotent.
    /// </summary>
    public required string WebhookId { get; init; }

    /// <summary>Gets the number of this attempt, starting at 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Gets the time at which the delivery was recorded, in UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// Gets whether the event's data was replaced by that of a newer delivery about the same subject, which is already
    /// recorded.
    /// </summary>
    public bool IsStateReplaced { get; init; }
}
