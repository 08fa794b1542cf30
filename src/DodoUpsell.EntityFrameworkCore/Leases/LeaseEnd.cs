using DodoUpsell.Webhooks;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>
/// The result of an attempt to handle a leased row. Properties that are null leave their columns unchanged.
/// </summary>
internal sealed record LeaseEnd(InboxState State)
{
    public DateTime? DueAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public string? Error { get; init; }

    /// <summary>Gets the number by which the count of attempts is reduced.</summary>
    public int Uncounted { get; init; }
}
