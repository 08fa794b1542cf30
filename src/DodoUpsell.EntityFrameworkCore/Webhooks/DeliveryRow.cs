using DodoUpsell.Webhooks;

namespace DodoUpsell.EntityFrameworkCore.Webhooks;

/// <summary>One webhook delivery of one account, as a row of <c>dodo_webhook_deliveries</c>. Times are UTC.</summary>
internal sealed class DeliveryRow
{
    public required string Account { get; init; }

    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Subject { get; init; }

    /// <summary>The subject while it is handled, and null otherwise: that it is unique is what keeps a subject from being handled twice at once.</summary>
    public string? LeasedSubject { get; init; }

    public required byte[] Body { get; init; }

    public DateTime ReceivedAt { get; init; }

    public DateTime SentAt { get; init; }

    public DateTime OccurredAt { get; init; }

    public DateTime? StateAt { get; init; }

    /// <summary>By which the newest of a subject is found.</summary>
    public DateTime FreshAt { get; init; }

    public InboxState State { get; init; }

    public int Attempts { get; init; }

    public DateTime DueAt { get; init; }

    public Guid? LeaseToken { get; init; }

    public DateTime? LeasedUntil { get; init; }

    public DateTime? FinishedAt { get; init; }

    public string? LastError { get; init; }
}
