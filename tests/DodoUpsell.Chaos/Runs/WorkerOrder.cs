namespace DodoUpsell.Chaos;

/// <summary>An order to a worker, and the time according to its clock.</summary>
/// <param name="OffsetTicks">The offset of the worker's clock from the system clock.</param>
/// <param name="Death">The number of steps after which the worker dies, or null if it does not die.</param>
internal sealed record WorkerOrder(long OffsetTicks, int? Death)
{
    /// <summary>The clicks to execute, with the number of concurrent clicks for each.</summary>
    public IReadOnlyList<Presses> Presses { get; init; } = [];

    public bool Reconcile { get; init; }

    public bool Tell { get; init; }
}

/// <summary>A click and the number of times that it is executed concurrently.</summary>
internal sealed record Presses(Click Click, int Times);

/// <summary>
/// A message of a worker: the outcome of a click, a settlement that its app received, or the completion of an order.
/// </summary>
internal sealed record WorkerAnswer
{
    public SeenOutcome? Outcome { get; init; }

    public Told? Told { get; init; }

    public OfferMove? Moved { get; init; }

    public bool IsDone { get; init; }
}
