namespace DodoUpsell.Emulator.Clock;

/// <summary>Work that runs at a time, unless it is cancelled before.</summary>
internal sealed class DueWork(Action run, bool endsWithWorld)
{
    private volatile bool _cancelled;

    /// <summary>
    /// Gets whether a reset discards it: true for the emulator's own work, false for timers of other code.
    /// </summary>
    public bool EndsAtReset => endsWithWorld;

    public bool IsCancelled => _cancelled;

    public void Cancel() => _cancelled = true;

    public void Run()
    {
        if (!_cancelled)
            run();
    }
}
