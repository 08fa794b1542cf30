using DodoUpsell.Http;

namespace DodoUpsell.Webhooks;

/// <summary>One call of one handler, under its time limit.</summary>
/// <param name="Failure">What went wrong; null when nothing did.</param>
/// <param name="LeftBehind">The call itself when it ignored its token and still runs; else null.</param>
internal readonly record struct HandlerRun(Exception? Failure, Task? LeftBehind)
{
    /// <summary>What a handler may take to end after its token was cancelled.</summary>
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

        // On a thread of its own: one that blocks before its first await must not hold up the others.
        var call = Task.Run(() => handler.HandleAsync(token), CancellationToken.None);
        await call.WaitAsync(limit + Grace, time, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        if (!call.IsCompleted)
            return new HandlerRun(
                new TimeoutException($"It did not end within {limit}, nor when it was cancelled."),
                call
            );
        if (call.IsCompletedSuccessfully)
            return default;
        if (call.IsCanceled && over.IsCancellationRequested)
            return new HandlerRun(new TimeoutException($"It did not end within {limit}."), null);
        return new HandlerRun(call.Exception?.InnerException ?? new TaskCanceledException(call), null);
    }

    /// <summary>
    /// What is kept of a failure: which handler, the type and a shortened message without what does not belong in a
    /// log.
    /// </summary>
    public static string Describe(string handler, Exception failure, DodoUpsellOptions options) =>
        $"{handler}: {failure.GetType().Name}: {Redactor.Clean(failure.Message, SecretTexts.Of(options))}";
}
