namespace DodoUpsell.Charging;

/// <summary>
/// Runs reads that do not depend on each other at the same time. The first failure cancels the others, and its error is
/// the one that is thrown.
/// </summary>
internal sealed class ParallelReads(CancellationToken cancellationToken) : IDisposable
{
    // A cart of 20 products would otherwise use up half of the smallest rate limit of a second at once.
    private const int MostAtOnce = 8;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly SemaphoreSlim _free = new(MostAtOnce);
    private readonly List<Task> _reads = [];

    /// <summary>Starts a read. Its result is available after <see cref="CompleteAsync"/>.</summary>
    public Task<T> Start<T>(Func<CancellationToken, Task<T>> read)
    {
        var started = RunAsync(read);
        _reads.Add(started);
        return started;
    }

    /// <summary>Waits until all reads that were started have ended, or one has failed.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task CompleteAsync()
    {
        var reads = _reads.ToArray();
        _reads.Clear();
        await EndAsync(reads).ConfigureAwait(false);

        // A read that was cancelled because another one failed says nothing. Of several failures the first in the order
        // of the calls counts, so that the error does not depend on timing.
        if (Array.Find(reads, read => read.IsFaulted) is { } failed)
            await failed.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (Array.Find(reads, read => read.IsCanceled) is { } cancelled)
            await cancelled.ConfigureAwait(false);
    }

    // A cancelled read may still be ending, so what it uses is not disposed.
    public void Dispose() => _stop.Dispose();

    // Reads that were cancelled are not waited for.
    private static async Task EndAsync(Task[] reads)
    {
        var open = reads.ToList();
        while (open.Count > 0)
        {
            var ended = await Task.WhenAny(open).ConfigureAwait(false);
            open.Remove(ended);
            if (ended.IsFaulted)
                break;
        }
    }

    // On the same thread, so that what happens after a failure does not depend on the scheduling of threads.
    private void Stop() => _stop.Cancel();

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> read)
    {
        await _free.WaitAsync(_stop.Token).ConfigureAwait(false);
        try
        {
            return await read(_stop.Token).ConfigureAwait(false);
        }
        catch
        {
            Stop();
            throw;
        }
        finally
        {
            _free.Release();
        }
    }
}
