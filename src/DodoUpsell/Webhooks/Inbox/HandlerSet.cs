namespace DodoUpsell.Webhooks;

/// <summary>The handlers for one item, in the order in which they run, and the scope that they live in.</summary>
internal sealed class HandlerSet(IReadOnlyList<NamedHandler> handlers, IAsyncDisposable? scope = null)
    : IAsyncDisposable
{
    public IReadOnlyList<NamedHandler> Handlers { get; } = handlers;

    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A handler bound to what it handles.</summary>
/// <param name="Name">Its type, for logs.</param>
/// <param name="HandleAsync">Calls it.</param>
internal sealed record NamedHandler(string Name, Func<CancellationToken, Task> HandleAsync)
{
    /// <summary>Gets whether it is one of the library's own, which run first.</summary>
    public bool IsSystem { get; init; }
}
