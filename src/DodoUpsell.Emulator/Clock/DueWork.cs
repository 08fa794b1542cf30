namespace DodoUpsell.Emulator.Clock;

/// <summary>Something that happens at a time, unless it is cancelled before.</summary>
internal sealed class DueWork(Action run, bool endsWithWorld)
{
    private volatile bool _cancelled;

    /// <summary>Whether a reset drops it: the emulator's own plans, as against timers of other code.</summary>
    public bool EndsWithWorld => endsWithWorld;

    public bool IsCancelled => _cancelled;

    public void Cancel() => _cancelled = true;

    public void Run()
    {
        if (!_cancelled)
            run();
    }
}
