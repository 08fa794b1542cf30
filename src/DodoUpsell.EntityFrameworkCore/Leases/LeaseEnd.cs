using DodoUpsell.Webhooks;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>How an attempt at a leased row ended. What is null stays as it was.</summary>
internal sealed record LeaseEnd(InboxState State)
{
    public DateTime? DueAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public string? Error { get; init; }

    /// <summary>How many attempts were never made after all.</summary>
    public int Uncounted { get; init; }
}
