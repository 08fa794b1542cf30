namespace DodoUpsell.Emulator.Clock;

/// <summary>Something that happens at a time, unless it is cancelled before.</summary>
internal sealed class DueWork(Action run)
{
    private volatile bool _cancelled;

    public bool IsCancelled => _cancelled;

    public void Cancel() => _cancelled = true;

    public void Run()
    {
        if (!_cancelled)
            run();
    }
}
