namespace DodoUpsell.Webhooks;

/// <summary>What a handler may want to know about the delivery beside the event.</summary>
public sealed record WebhookContext
{
    /// <summary>
    /// Gets the delivery's id, the same whenever it is handled again: remember it to do a thing once.
    /// </summary>
    public required string WebhookId { get; init; }

    /// <summary>Gets the number of this attempt, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Gets when the delivery was recorded, in UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// Gets whether the event's data comes from a newer delivery about the same subject, because that had been recorded
    /// already.
    /// </summary>
    public bool IsStateReplaced { get; init; }
}
