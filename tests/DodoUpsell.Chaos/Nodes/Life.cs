namespace DodoUpsell.Chaos;

/// <summary>
/// The lifetime of a process: after the given number of steps it dies, and nothing that it awaits completes.
/// </summary>
/// <param name="steps">The number of steps, or null for no limit.</param>
internal sealed class Life(int? steps)
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = steps ?? int.MaxValue;

    /// <summary>The action that ends a real process, or null if the process is simulated.</summary>
    public Action? Die { get; init; }

    /// <summary>The action by which a step waits for its turn, or null if steps continue immediately.</summary>
    public Func<Task>? Turn { get; init; }

    /// <summary>
    /// The action by which the machine is suspended at a step that may be interrupted, or null if it never is.
    /// </summary>
    public Func<Task>? Pause { get; init; }

    public bool IsOver => Volatile.Read(ref _left) <= 0;

    public Task Over => _over.Task;

    /// <summary>
    /// Takes a step. A process that has died does not receive an exception; the step never completes.
    /// </summary>
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

    /// <summary>Ends the process immediately. The task never completes.</summary>
    public Task EndAsync()
    {
        Volatile.Write(ref _left, 0);
        Die?.Invoke();
        _over.TrySetResult();
        return new TaskCompletionSource().Task;
    }

    /// <summary>Sets the remaining number of steps of a living process.</summary>
    public void Limit(int? left) => Volatile.Write(ref _left, left ?? int.MaxValue);
}
