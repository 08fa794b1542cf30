namespace DodoUpsell;

/// <summary>Describes one attempt to deliver a settlement.</summary>
public sealed record SettlementContext
{
    /// <summary>Gets the number of this attempt, starting at 1. It starts at 1 again after a replay.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Gets whether the settlement is parked if this attempt fails.</summary>
    public bool IsLastAttempt { get; init; }
}
