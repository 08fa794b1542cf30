namespace DodoUpsell.Webhooks;

/// <summary>
/// The items of one run of a pump whose handlers have succeeded. Their attempts wait until the pump has recorded them,
/// which it does together.
/// </summary>
internal sealed class HandledItems<TItem>
{
    private readonly object _gate = new();
    private List<HandledItem<TItem>> _waiting = [];
    private TaskCompletionSource? _next;

    /// <summary>Gets a task that ends when an item waits.</summary>
    public Task Next
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count > 0
                    ? Task.CompletedTask
                    : (_next ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    /// <summary>Waits until the item is recorded. Returns false if its lease was lost.</summary>
    public Task<bool> RecordAsync(TItem item)
    {
        var handled = new HandledItem<TItem>(item);
        TaskCompletionSource? next;
        lock (_gate)
        {
            _waiting.Add(handled);
            (next, _next) = (_next, null);
        }

        next?.SetResult();
        return handled.Recorded;
    }

    /// <summary>Returns the items that wait. The caller records them.</summary>
    public IReadOnlyList<HandledItem<TItem>> Take()
    {
        lock (_gate)
        {
            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }
}

/// <summary>An item whose handlers have succeeded.</summary>
internal sealed class HandledItem<TItem>(TItem item)
{
    private readonly TaskCompletionSource<bool> _recorded = new();

    public TItem Item => item;

    /// <summary>Gets a task that ends when the item is recorded. Its result is false if the lease was lost.</summary>
    public Task<bool> Recorded => _recorded.Task;

    /// <summary>Ends the attempt.</summary>
    public void Set(bool isRecorded) => _recorded.TrySetResult(isRecorded);

    /// <summary>Ends the attempt, whose result could not be recorded, unless it has ended.</summary>
    public void Fail(Exception failure) => _recorded.TrySetException(failure);
}
