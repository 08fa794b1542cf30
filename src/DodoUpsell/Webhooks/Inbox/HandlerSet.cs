namespace DodoUpsell.Webhooks;

/// <summary>The handlers for one item in the order in which they run, and the service scope that owns them.</summary>
internal sealed class HandlerSet(IReadOnlyList<NamedHandler> handlers, IAsyncDisposable? scope = null)
    : IAsyncDisposable
{
    public IReadOnlyList<NamedHandler> Handlers { get; } = handlers;

    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A handler bound to the item that it handles.</summary>
/// <param name="Name">The handler's type, for logs.</param>
/// <param name="HandleAsync">Calls the handler.</param>
internal sealed record NamedHandler(string Name, Func<CancellationToken, Task> HandleAsync)
{
    /// <summary>Gets whether the handler is one of the SDK's own handlers, which run first.</summary>
    public bool IsSystem { get; init; }
}
