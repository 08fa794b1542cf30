namespace DodoUpsell;

/// <summary>Describes one attempt at telling a settlement.</summary>
public sealed record SettlementContext
{
    /// <summary>
    /// Gets the number of this attempt, from 1. It starts again at 1 when the settlement is replayed.
    /// </summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Gets whether the settlement is parked if this attempt fails.</summary>
    public bool IsLastAttempt { get; init; }
}
