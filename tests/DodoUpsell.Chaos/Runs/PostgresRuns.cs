using System.Collections.Concurrent;
using DodoUpsell.Emulator;
using DodoUpsell.TestKit;
using Npgsql;

namespace DodoUpsell.Chaos;

/// <summary>Runs over one PostgreSQL and one emulator behind HTTP, clicked by real processes that are killed and started again.</summary>
internal sealed class PostgresRuns(IReadOnlyList<Scenario> scenarios, int processes, int seed, Tally tally) : IAsyncDisposable
{
    private const int Batch = 40;

    private readonly OffsetClock _clock = new();
    private readonly Postman _postman = new(loss: 0.5, seed);
    private readonly List<WorkerProcess> _workers = [];
    private DodoEmulator _emulator = null!;
    private PostgresServer _postgres = null!;
    private DodoEmulatorServer _server = null!;
    private Node _node = null!;
    private int _seed = seed;

    public async Task RunAsync()
    {
        _postgres = await PostgresServer.StartAsync();
        var connectionString = $"{_postgres.ConnectionString};Maximum Pool Size=25;Timeout=120;Command Timeout=120";
        await using (var database = NpgsqlDataSource.Create(connectionString))
        {
            await using var schema = database.CreateCommand(await File.ReadAllTextAsync(RepositoryFolder.PathOf("docs", "store.postgresql.sql")));
            await schema.ExecuteNonQueryAsync();
        }

        _emulator = new DodoEmulator(new DodoEmulatorOptions { TimeSource = TimeProvider.System, Webhook = Postman.Webhook, WebhookHandler = _postman });
        _server = await _emulator.StartServerAsync();
        _node = Worker.New(_server.BaseAddress, connectionString, _clock, new Life(steps: null));
        for (var i = 0; i < processes; i++) _workers.Add(new WorkerProcess(_server.BaseAddress, connectionString));

        foreach (var batch in scenarios.Chunk(Batch))
        {
            await RunAsync(batch, connectionString);
            if (tally.Runs % (10 * Batch) == 0) Console.Error.WriteLine($"{tally.Runs} of {scenarios.Count} runs");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers) worker.Dispose();
        _node?.Dispose();
        _postman.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (_postgres is not null) await _postgres.DisposeAsync();
    }

    private async Task RunAsync(Scenario[] batch, string connectionString)
    {
        var seen = new ConcurrentDictionary<int, ConcurrentQueue<SeenOutcome>>(batch.Select(run => KeyValuePair.Create(run.Number, new ConcurrentQueue<SeenOutcome>())));
        foreach (var run in batch)
        {
            _emulator.PutCustomer(run.CustomerId);
            if (run.Card is { } card) _emulator.SaveCard(run.CustomerId, card);
        }

        Faults.AddTo(_emulator, batch.Average(run => run.FaultRate), unchecked(++_seed * 31), longestDelay: TimeSpan.FromMilliseconds(900));
        var random = new Random(_seed);
        var kills = await Task.WhenAll(Enumerable.Range(0, processes).Select(i => ClickAsync(i, batch, random.Next(4) == 0 ? null : random.Next(5, 40 * batch.Length), seen, connectionString)));
        await _postman.DeliverAsync(_node.Inbox);
        await VisitPagesAsync(batch, seen);
        var again = batch.Where(run => run.Visit == PageVisit.PaysAndClicksAgain).ToList();
        if (again.Count > 0) await Task.WhenAll(_workers.Select(worker => OrderAsync(worker, new WorkerOrder(_clock.Offset.Ticks, Death: null, again), seen)));
        await SettleAsync();
        await JudgeAsync(batch, seen, kills.Sum());
    }

    /// <returns>How many times the process was killed.</returns>
    private async Task<int> ClickAsync(int worker, Scenario[] batch, int? death, ConcurrentDictionary<int, ConcurrentQueue<SeenOutcome>> seen, string connectionString)
    {
        if (await OrderAsync(_workers[worker], new WorkerOrder(_clock.Offset.Ticks, death, batch), seen)) return 0;
        _workers[worker].Dispose();
        _workers[worker] = new WorkerProcess(_server.BaseAddress, connectionString);
        await OrderAsync(_workers[worker], new WorkerOrder(_clock.Offset.Ticks, Death: null, batch), seen);
        return 1;
    }

    private static Task<bool> OrderAsync(WorkerProcess worker, WorkerOrder order, ConcurrentDictionary<int, ConcurrentQueue<SeenOutcome>> seen) => worker.DoAsync(order, answer =>
    {
        foreach (var outcome in answer.Outcomes) seen[answer.Run].Enqueue(outcome);
    });

    private static async Task VisitPagesAsync(Scenario[] batch, ConcurrentDictionary<int, ConcurrentQueue<SeenOutcome>> seen)
    {
        using var browser = new HttpClient();
        foreach (var run in batch)
        {
            var customer = new Customer(browser, run);
            foreach (var outcome in seen[run.Number]) await customer.FollowAsync(outcome);
        }
    }

    // The faults pass, the pages close, and all processes reconcile at once until nothing is open.
    private async Task SettleAsync()
    {
        _emulator.ClearFaults();
        foreach (var hours in new[] { 1, 1, 1, 23, 1, 1 })
        {
            _emulator.Clock.Advance(TimeSpan.FromHours(hours));
            _clock.Offset += TimeSpan.FromHours(hours);
            await _postman.DeliverAsync(_node.Inbox);
            await Task.WhenAll(_workers.Select(worker => worker.DoAsync(new WorkerOrder(_clock.Offset.Ticks, Death: null, []), _ => { })).Append(ReconcileAsync()));
        }
    }

    private async Task<bool> ReconcileAsync()
    {
        await _node.Reconciler.RunAsync();
        return true;
    }

    private async Task JudgeAsync(Scenario[] batch, ConcurrentDictionary<int, ConcurrentQueue<SeenOutcome>> seen, int kills)
    {
        var charges = _emulator.Charges.ToLookup(charge => charge.CustomerId, charge => charge.PaymentId);
        foreach (var run in batch)
        {
            var granted = seen[run.Number].Select(outcome => outcome.GrantedPayment).OfType<string>().ToHashSet(StringComparer.Ordinal);
            tally.Add(new RunResult(run, charges[run.CustomerId].ToList(), await _node.Ledger.FindAsync(run.Key), granted, run.Clicks * processes, run == batch[0] ? kills : 0, WithLedger: true));
        }
    }
}
