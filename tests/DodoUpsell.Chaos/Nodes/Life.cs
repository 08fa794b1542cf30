namespace DodoUpsell.Chaos;

/// <summary>How long a process lives: after so many steps it is gone, and nothing that it awaits comes back.</summary>
/// <param name="steps">How many steps; null for ever.</param>
internal sealed class Life(int? steps)
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = steps ?? int.MaxValue;

    /// <summary>What ends a real process; null for one that is only played.</summary>
    public Action? Die { get; init; }

    /// <summary>How a step waits for its turn; null for one that goes on at once.</summary>
    public Func<Task>? Turn { get; init; }

    /// <summary>
    /// How long the machine stands still at a step that may be interrupted; null for one that never does.
    /// </summary>
    public Func<Task>? Pause { get; init; }

    public bool IsOver => Volatile.Read(ref _left) <= 0;

    public Task Over => _over.Task;

    /// <summary>Takes a step. A process that is gone does not get an exception: it just never goes on.</summary>
    public async Task StepAsync(bool mayStandStill = false)
    {
        if (Interlocked.Decrement(ref _left) <= 0)
            await EndAsync().ConfigureAwait(false);
        if (Turn is { } turn)
            await turn().ConfigureAwait(false);
        if (mayStandStill && Pause is { } pause)
            await pause().ConfigureAwait(false);
        if (IsOver)
            await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the process now. The task never ends.</summary>
    public Task EndAsync()
    {
        Volatile.Write(ref _left, 0);
        Die?.Invoke();
        _over.TrySetResult();
        return new TaskCompletionSource().Task;
    }

    /// <summary>Gives a process that lives the steps that it has left.</summary>
    public void Limit(int? left) => Volatile.Write(ref _left, left ?? int.MaxValue);
}
