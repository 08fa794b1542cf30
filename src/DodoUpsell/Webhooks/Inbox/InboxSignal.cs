namespace DodoUpsell.Webhooks;

/// <summary>
/// Tells everybody who waits that there may be something to do. Take <see cref="Next"/> before looking, and nothing is
/// missed.
/// </summary>
internal sealed class InboxSignal
{
    private TaskCompletionSource _next = Create();

    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
