namespace DodoUpsell.Chaos;

/// <summary>How long a process lives: after so many steps it is gone, and nothing that it awaits comes back.</summary>
/// <param name="steps">How many steps; null for ever.</param>
/// <param name="die">What ends a real process; null for one that is only played.</param>
internal sealed class Life(int? steps, Action? die = null)
{
    private int _left = steps ?? int.MaxValue;

    public bool IsOver => Volatile.Read(ref _left) <= 0;

    /// <summary>Takes a step. A process that is gone does not get an exception: it just never goes on.</summary>
    public Task StepAsync()
    {
        if (Interlocked.Decrement(ref _left) > 0) return Task.CompletedTask;
        die?.Invoke();
        return Forever;
    }

    /// <summary>Gives a process that lives the steps that it has left.</summary>
    public void Limit(int? steps) => Volatile.Write(ref _left, steps ?? int.MaxValue);

    private static Task Forever => new TaskCompletionSource().Task;
}

/// <summary>A ledger that a dying process uses: it may die before a write and after it.</summary>
internal sealed class MortalLedger(IChargeLedger inner, Life life) : IChargeLedger
{
    public Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default) => Live(() => inner.ClaimAsync(claim, cancellationToken));

    public Task<bool> TryUpdateAsync(ChargeRecord changed, CancellationToken cancellationToken = default) => Live(() => inner.TryUpdateAsync(changed, cancellationToken));

    public Task<ChargeRecord?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default) => Live(() => inner.FindAsync(key, cancellationToken));

    public Task<IReadOnlyList<ChargeRecord>> TakeDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellationToken = default) => Live(() => inner.TakeDueAsync(now, until, most, cancellationToken));

    public Task<IReadOnlyList<ChargeRecord>> ListAsync(ChargeState state, int most = 100, CancellationToken cancellationToken = default) => Live(() => inner.ListAsync(state, most, cancellationToken));

    public Task<int> PruneAsync(DateTimeOffset settledBefore, CancellationToken cancellationToken = default) => Live(() => inner.PruneAsync(settledBefore, cancellationToken));

    private async Task<T> Live<T>(Func<Task<T>> call)
    {
        await life.StepAsync();
        var result = await call();
        await life.StepAsync();
        return result;
    }
}

/// <summary>The connection of a dying process: it may die before a request leaves and after it was handled.</summary>
internal sealed class MortalHandler(HttpMessageHandler inner, Life life) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await life.StepAsync();
        var response = await base.SendAsync(request, cancellationToken);
        await life.StepAsync();
        return response;
    }
}
