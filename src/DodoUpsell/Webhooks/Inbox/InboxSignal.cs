namespace DodoUpsell.Webhooks;

/// <summary>
/// Signals all waiting workers that there may be items to handle. Read <see cref="Next"/> before reading the store, so
/// that no signal is missed.
/// </summary>
internal sealed class InboxSignal
{
    private TaskCompletionSource _next = Create();

    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
