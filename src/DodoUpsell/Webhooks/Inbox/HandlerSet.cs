namespace DodoUpsell.Webhooks;

/// <summary>The handlers for one item, in the order in which they run, and the scope that they live in.</summary>
internal sealed class HandlerSet(
    IReadOnlyList<NamedHandler> system,
    IReadOnlyList<NamedHandler> user,
    IAsyncDisposable? scope = null
) : IAsyncDisposable
{
    public IReadOnlyList<NamedHandler> System { get; } = system;

    public IReadOnlyList<NamedHandler> User { get; } = user;

    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A handler bound to what it handles.</summary>
/// <param name="Name">Its type, for logs.</param>
/// <param name="HandleAsync">Calls it.</param>
internal sealed record NamedHandler(string Name, Func<CancellationToken, Task> HandleAsync);
