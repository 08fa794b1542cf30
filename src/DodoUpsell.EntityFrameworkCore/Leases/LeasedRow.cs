using DodoUpsell.Webhooks;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>A row that one worker at a time handles: a webhook delivery or a settlement. Times are UTC.</summary>
internal abstract class LeasedRow
{
    public required string Account { get; init; }

    public required string Id { get; init; }

    /// <summary>
    /// What it is about; rows of one subject are handled one at a time. Empty for a row that is about nothing.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>
    /// The subject while the row is handled, and null otherwise: its unique index keeps a subject from being handled
    /// twice at once.
    /// </summary>
    public string? LeasedSubject { get; init; }

    /// <summary>By which rows are listed, and leased where they are equally due.</summary>
    public DateTime ArrivedAt { get; init; }

    public InboxState State { get; init; }

    public int Attempts { get; init; }

    public DateTime DueAt { get; init; }

    public Guid? LeaseToken { get; init; }

    public DateTime? LeasedUntil { get; init; }

    public DateTime? FinishedAt { get; init; }

    public string? LastError { get; init; }

    public string? TraceParent { get; init; }
}
