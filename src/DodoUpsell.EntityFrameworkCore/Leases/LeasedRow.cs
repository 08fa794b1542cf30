using DodoUpsell.Webhooks;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>
/// A row that is handled by one worker at a time: a webhook delivery or a settlement. Times are in UTC.
/// </summary>
internal abstract class LeasedRow
{
    public required string Account { get; init; }

    public required string Id { get; init; }

    /// <summary>
    /// Gets the subject of the row, or an empty string if it has none. Rows of one subject are handled one at a time.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>
    /// Gets the subject while the row is leased; otherwise null. A unique index on this column prevents two concurrent
    /// leases of one subject.
    /// </summary>
    public string? LeasedSubject { get; init; }

    /// <summary>
    /// Gets the time of arrival. Rows are listed by it, and leased by it if their due times are equal.
    /// </summary>
    public DateTime ArrivedAt { get; init; }

    public InboxState State { get; init; }

    public int Attempts { get; init; }

    public DateTime DueAt { get; init; }

    public Guid? LeaseToken { get; init; }

    /// <summary>
    /// Gets whether the row waits behind a leased row of its subject, outside the queue. Only the statements for
    /// PostgreSQL and SQLite use it.
    /// </summary>
    public bool WaitsBehind { get; init; }

    public DateTime? LeasedUntil { get; init; }

    public DateTime? FinishedAt { get; init; }

    public string? LastError { get; init; }

    public string? TraceParent { get; init; }
}
