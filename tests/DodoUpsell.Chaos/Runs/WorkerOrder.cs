namespace DodoUpsell.Chaos;

/// <summary>What a worker is to do, and when by its clock.</summary>
/// <param name="OffsetTicks">How far its clock is ahead of the system's.</param>
/// <param name="Death">After how many steps it dies; null for not at all.</param>
internal sealed record WorkerOrder(long OffsetTicks, int? Death)
{
    /// <summary>What to click on, and how often at once.</summary>
    public IReadOnlyList<Presses> Presses { get; init; } = [];

    public bool Reconcile { get; init; }

    public bool Tell { get; init; }
}

/// <summary>So many clicks on one thing at once.</summary>
internal sealed record Presses(Click Click, int Times);

/// <summary>
/// What a worker says: what a click showed, what its app was told, or that it is done with the order.
/// </summary>
internal sealed record WorkerAnswer
{
    public SeenOutcome? Outcome { get; init; }

    public Told? Told { get; init; }

    public bool IsDone { get; init; }
}
