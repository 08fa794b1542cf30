using DodoUpsell.Http;

namespace DodoUpsell.Webhooks;

/// <summary>The result of calling one handler with a time limit.</summary>
/// <param name="Failure">The exception of the handler, or null if it succeeded.</param>
/// <param name="LeftBehind">The call if the handler ignored its cancellation token and is still running; otherwise
/// null.</param>
internal readonly record struct HandlerRun(Exception? Failure, Task? LeftBehind)
{
    /// <summary>The time that a handler has to end after its token is cancelled.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static async Task<HandlerRun> StartAsync(
        NamedHandler handler,
        TimeSpan limit,
        TimeProvider time,
        CancellationToken stopping
    )
    {
        using var over = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stopping);
        var token = either.Token;

        // Started on the thread pool, because a handler that blocks before its first await must not delay the others.
        // They start in order, and before the pump goes on.
        var call = Task
            .Factory.StartNew(
                () => handler.HandleAsync(token),
                CancellationToken.None,
                TaskCreationOptions.DenyChildAttach | TaskCreationOptions.PreferFairness,
                TaskScheduler.Default
            )
            .Unwrap();
        await call.WaitAsync(limit + Grace, time, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        if (!call.IsCompleted)
            return new HandlerRun(
                new TimeoutException($"The handler did not end within {limit}, and it ignored its cancellation."),
                call
            );
        if (call.IsCompletedSuccessfully)
            return default;
        if (call.IsCanceled && over.IsCancellationRequested)
            return new HandlerRun(new TimeoutException($"The handler did not end within {limit}."), null);
        return new HandlerRun(call.Exception?.InnerException ?? new TaskCanceledException(call), null);
    }

    /// <summary>
    /// Returns the stored description of a failure: the handler, the exception's type and its shortened message,
    /// without secrets and personal data.
    /// </summary>
    public static string Describe(string handler, Exception failure, DodoUpsellOptions options) =>
        $"{handler}: {failure.GetType().Name}: {Redactor.Clean(failure.Message, SecretTexts.Of(options))}";
}
