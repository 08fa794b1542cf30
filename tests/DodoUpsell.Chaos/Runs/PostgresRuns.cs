namespace DodoUpsell.Chaos;

internal sealed class PostgresRuns(IReadOnlyList<Scenario> scenarios, int processes, int seed, Tally tally) : IAsyncDisposable
{
    public Task RunAsync() => throw new NotSupportedException($"{scenarios}{processes}{seed}{tally.Runs}");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
