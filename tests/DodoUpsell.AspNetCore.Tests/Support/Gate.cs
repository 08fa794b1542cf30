namespace DodoUpsell.AspNetCore.Tests.Support;

/// <summary>Holds the calls of the API while it is closed.</summary>
internal sealed class Gate : DelegatingHandler
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _closed;

    /// <summary>Gets the task that ends when a call waits.</summary>
    public Task Reached => _reached.Task;

    public void Close() => _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _closed?.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (_closed is { } closed)
        {
            _reached.TrySetResult();
            await closed.Task.WaitAsync(cancellationToken);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
