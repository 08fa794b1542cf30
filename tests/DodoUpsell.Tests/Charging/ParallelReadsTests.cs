using DodoUpsell.Charging;

namespace DodoUpsell.Tests.Charging;

/// <summary>Reads that run at the same time: few at once, and the first failure ends them all with its own error.</summary>
public sealed class ParallelReadsTests
{
    [Fact]
    public async Task A_failed_read_cancels_the_others_and_its_error_is_thrown()
    {
        using var reads = new ParallelReads(TestContext.Current.CancellationToken);
        var waiting = reads.Start(WaitForEverAsync);
        _ = reads.Start<int>(_ => throw new TimeoutException("the cause"));

        var thrown = await Assert.ThrowsAsync<TimeoutException>(reads.CompleteAsync);

        Assert.Equal("the cause", thrown.Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Of_several_failures_the_first_of_the_order_is_thrown_whichever_came_first()
    {
        using var reads = new ParallelReads(TestContext.Current.CancellationToken);
        var late = new TaskCompletionSource<int>();
        _ = reads.Start(_ => late.Task);
        _ = reads.Start<int>(_ => throw new TimeoutException());
        late.SetException(new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(reads.CompleteAsync);
    }

    [Fact]
    public async Task A_read_after_a_failure_is_not_sent()
    {
        using var reads = new ParallelReads(TestContext.Current.CancellationToken);
        _ = reads.Start<int>(_ => throw new TimeoutException());
        var sent = false;
        _ = reads.Start(_ => Task.FromResult(sent = true));

        await Assert.ThrowsAsync<TimeoutException>(reads.CompleteAsync);
        Assert.False(sent);
    }

    [Fact]
    public async Task No_more_than_eight_run_at_once()
    {
        using var reads = new ParallelReads(TestContext.Current.CancellationToken);
        var release = new TaskCompletionSource();
        int running = 0,
            most = 0,
            ended = 0;
        for (var i = 0; i < 20; i++)
        {
            _ = reads.Start(async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await release.Task;
                Interlocked.Decrement(ref running);
                return Interlocked.Increment(ref ended);
            });
        }

        Assert.Equal(8, running);
        release.SetResult();
        await reads.CompleteAsync();
        Assert.Equal((8, 20), (most, ended));
    }

    [Fact]
    public async Task The_callers_cancellation_ends_the_reads_with_the_callers_token()
    {
        using var caller = new CancellationTokenSource();
        using var reads = new ParallelReads(caller.Token);
        _ = reads.Start(WaitForEverAsync);
        await caller.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(reads.CompleteAsync);

        Assert.Equal(caller.Token, cancelled.CancellationToken);
    }

    private static async Task<int> WaitForEverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
