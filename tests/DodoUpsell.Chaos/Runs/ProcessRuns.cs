using System.Collections.Concurrent;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>
/// Runs with one database, on PostgreSQL or SQLite, and one emulator behind HTTP. Real processes execute the clicks and are killed and
/// restarted.
/// </summary>
internal sealed class ProcessRuns : IAsyncDisposable
{
    private const int Batch = 200;

    private readonly IReadOnlyList<Scenario> _scenarios;
    private readonly string _store;
    private readonly int _processes;
    private readonly Tally _tally;
    private readonly Random _random;
    private readonly Conditions _conditions;
    private readonly TimeSpan[] _clockOffsets;
    private readonly OffsetClock _clock = new();
    private readonly AcceptedChanges _changes = new();
    private readonly Postman _postman;
    private readonly List<WorkerProcess> _workers = [];
    private readonly ConcurrentQueue<SeenOutcome> _outcomes = new();
    private readonly ConcurrentQueue<Told> _told = new();
    private readonly ConcurrentQueue<OfferMove> _moves = new();
    private readonly Dictionary<string, int> _runs = new(StringComparer.Ordinal);
    private DodoEmulator _emulator = null!;
    private RunDatabase _database = null!;
    private DodoEmulatorServer _server = null!;
    private Node _node = null!;
    private int _kills;

    public ProcessRuns(string store, IReadOnlyList<Scenario> scenarios, int processes, int seed, Tally tally)
    {
        _random = new Random(seed);
        _conditions = Conditions.Draw(_random);

        // All runs share one API, so no refund can be made between a payment and its first read.
        _scenarios =
        [
            .. scenarios.Select(scenario =>
                scenario with
                {
                    Conditions = _conditions,
                    Refund = RefundBeforeLook.Nothing,
                }
            ),
        ];
        (_store, _processes, _tally) = (store, processes, tally);
        _postman = new Postman(loss: 0.5, seed);
        _clockOffsets = [.. Enumerable.Range(0, processes).Select(_ => TimeSpan.FromSeconds(_random.Next(-295, 296)))];
    }

    public async Task RunAsync()
    {
        _database = await RunDatabase.CreateAsync(_store).ConfigureAwait(false);
        _emulator = new DodoEmulator(_conditions.ToOptions(idSeed: 1, _postman, TimeProvider.System));
        _emulator.DateHeaderClock = _emulator.Clock;
        _server = await _emulator.StartServerAsync().ConfigureAwait(false);
        _node = Worker.New(
            _server.BaseAddress,
            _database.ConnectionString,
            _clock,
            new Life(steps: null),
            _told.Enqueue,
            _moves.Enqueue
        );
        for (var i = 0; i < _processes; i++)
            _workers.Add(new WorkerProcess(_server.BaseAddress, _database.ConnectionString));

        foreach (var batch in _scenarios.Chunk(Batch))
        {
            await PlayAsync(batch).ConfigureAwait(false);
            if (_tally.Runs % (10 * Batch) == 0)
                Console.Error.WriteLine($"{_tally.Runs} of {_scenarios.Count} runs");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
            worker.Dispose();
        _node?.Dispose();
        _changes.Dispose();
        _postman.Dispose();
        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);
        if (_database is not null)
            await _database.DisposeAsync().ConfigureAwait(false);
    }

    private async Task PlayAsync(Scenario[] batch)
    {
        _outcomes.Clear();
        _told.Clear();
        _moves.Clear();
        _kills = 0;
        _emulator.ListingLag = TimeSpan.Zero;
        foreach (var run in batch)
            run.Prepare(_emulator);
        await PassAsync(hours: 4).ConfigureAwait(false);
        var chargesBefore = _emulator.Charges.Count;
        var clicks = new Dictionary<int, IReadOnlyList<Click>>();
        foreach (var run in batch)
        {
            clicks[run.Number] = await run.OpenAsync(_node).ConfigureAwait(false);
            foreach (var click in clicks[run.Number])
                _runs[click.Key] = run.Number;
        }

        _emulator.ListingLag = _random.Next(2) == 0 ? TimeSpan.Zero : _random.NextDouble() * TimeSpan.FromMinutes(30);
        Faults.AddTo(
            _emulator,
            batch.Average(run => run.Conditions.FaultRate),
            _random.Next(),
            longestDelay: TimeSpan.FromMilliseconds(900)
        );
        await PressAsync(
                batch.SelectMany(run => clicks[run.Number].Select(click => new Presses(click, run.Clicks))),
                mayDie: true
            )
            .ConfigureAwait(false);
        await WorkAsync(batch, mayDie: true).ConfigureAwait(false);
        await PressAsync(
                batch
                    .Where(run => run.Visit == PageVisit.PaysAndClicksAgain)
                    .SelectMany(run => clicks[run.Number].Select(click => new Presses(click, run.Clicks))),
                mayDie: false
            )
            .ConfigureAwait(false);
        await PassAsync(hours: 1).ConfigureAwait(false);
        await WorkAsync(batch, mayDie: false).ConfigureAwait(false);
        await PressAsync(
                batch
                    .Where(run => run.ReturnsAfterHour)
                    .SelectMany(run => clicks[run.Number].Select(click => new Presses(click, 1))),
                mayDie: false
            )
            .ConfigureAwait(false);
        await PassAsync(hours: 24).ConfigureAwait(false);
        await PressAsync(
                batch
                    .Where(run => run.ReturnsNextDay)
                    .SelectMany(run => clicks[run.Number].Select(click => new Presses(click, 1))),
                mayDie: false
            )
            .ConfigureAwait(false);

        _emulator.ClearFaults();
        foreach (var hours in new[] { 1, 1, 1, 1, 21, 2, 2, 24, 2 })
        {
            await PassAsync(hours).ConfigureAwait(false);
            await WorkAsync(batch, mayDie: false).ConfigureAwait(false);
        }

        // Failed handlers are retried immediately.
        for (var i = 0; i < 6; i++)
            await PassAsync(hours: 1).ConfigureAwait(false);
        await JudgeAsync(batch, clicks, chargesBefore).ConfigureAwait(false);
    }

    // All processes reconcile and deliver settlements concurrently, while webhooks arrive and customers click.
    private async Task WorkAsync(Scenario[] batch, bool mayDie)
    {
        await Worker.UnlessUnreachable(() => _postman.DeliverAsync(_node.Inbox)).ConfigureAwait(false);
        await VisitPagesAsync(batch).ConfigureAwait(false);
        await Task.WhenAll(
                Enumerable
                    .Range(0, _processes)
                    .Select(i =>
                        OrderAsync(
                            i,
                            new WorkerOrder(OffsetOf(i), mayDie ? Death(40) : null) { Reconcile = true, Tell = true }
                        )
                    )
            )
            .ConfigureAwait(false);
    }

    private Task PressAsync(IEnumerable<Presses> presses, bool mayDie)
    {
        List<Presses> all = [.. presses];
        return all.Count == 0
            ? Task.CompletedTask
            : Task.WhenAll(
                Enumerable
                    .Range(0, _processes)
                    .Select(i =>
                        OrderAsync(
                            i,
                            new WorkerOrder(OffsetOf(i), mayDie ? Death(30 * all.Sum(presses => presses.Times)) : null)
                            {
                                Presses = all,
                            }
                        )
                    )
            );
    }

    private int? Death(int longest) => _random.Next(3) == 0 ? null : _random.Next(5, longest);

    private long OffsetOf(int worker) => (_clock.Offset + _clockOffsets[worker]).Ticks;

    // A process that was killed is restarted and executes its order again.
    private async Task OrderAsync(int worker, WorkerOrder order)
    {
        if (await _workers[worker].DoAsync(order, Hear).ConfigureAwait(false))
            return;
        Interlocked.Increment(ref _kills);
        _workers[worker].Dispose();
        _workers[worker] = new WorkerProcess(_server.BaseAddress, _database.ConnectionString);
        await OrderAsync(worker, order with { Death = null }).ConfigureAwait(false);
    }

    private void Hear(WorkerAnswer answer)
    {
        if (answer.Outcome is { } outcome)
            _outcomes.Enqueue(outcome);
        if (answer.Told is { } told)
            _told.Enqueue(told);
        if (answer.Moved is { } moved)
            _moves.Enqueue(moved);
    }

    private async Task PassAsync(int hours)
    {
        _emulator.Clock.Advance(TimeSpan.FromHours(hours));
        _clock.Offset += TimeSpan.FromHours(hours);
        if (_workers.Count > 0)
            await Task.WhenAll(
                    Enumerable
                        .Range(0, _processes)
                        .Select(i => OrderAsync(i, new WorkerOrder(OffsetOf(i), Death: null) { Tell = true }))
                )
                .ConfigureAwait(false);
    }

    private async Task VisitPagesAsync(Scenario[] batch)
    {
        // In process, because the pages of subscriptions that were added directly have no server URL.
        using var browser = new HttpClient(_emulator.CreateHandler());
        var runs = batch.ToDictionary(run => run.Number);
        foreach (
            var outcome in _outcomes.Where(outcome => outcome.Page is not null).DistinctBy(outcome => outcome.Page)
        )
        {
            await new Customer(browser, runs[_runs[outcome.Key]]).FollowAsync(outcome).ConfigureAwait(false);
        }
    }

    private async Task JudgeAsync(Scenario[] batch, Dictionary<int, IReadOnlyList<Click>> clicks, int chargesBefore)
    {
        var charges = _emulator
            .Charges.Skip(chargesBefore)
            .ToLookup(charge => charge.CustomerId, StringComparer.Ordinal);
        var pages = new Lazy<IReadOnlySet<string>>(() => MemoryRun.PaidOnPages(_emulator));
        var outcomes = _outcomes.ToLookup(outcome => outcome.Key, StringComparer.Ordinal);
        var told = _told.ToLookup(fact => fact.Key, StringComparer.Ordinal);
        var moves = _moves.ToLookup(move => move.OfferId, StringComparer.Ordinal);
        var store = _node.Get<IOfferStore>();
        var report = await new ConsentReceipts(_node.Get<IDodoClient>(), _node.Ledger, store, timeProvider: _clock)
            .VerifyAsync()
            .ConfigureAwait(false);
        foreach (var run in batch)
        {
            var keys = clicks[run.Number].Select(click => click.Key).Distinct(StringComparer.Ordinal).ToList();
            var records = new Dictionary<string, ChargeRecord>(StringComparer.Ordinal);
            foreach (var key in keys)
                if (
                    await _node.Ledger.FindAsync(DodoEnvironment.Test, new ChargeKey(key)).ConfigureAwait(false) is
                    { } record
                )
                    records.Add(key, record);
            _tally.Add(
                run,
                new Ending
                {
                    Clicks = clicks[run.Number],
                    Charges = [.. charges[run.CustomerId]],
                    PaidOnPages = () => pages.Value,
                    Refunded = new HashSet<string>(),
                    Records = records,
                    Outcomes = [.. keys.SelectMany(key => outcomes[key])],
                    Told = [.. keys.SelectMany(key => told[key])],
                    SentChanges = _changes.ByKey,
                    Subscription = run is PurchaseScenario ? null : MemoryRun.SubscriptionOf(_emulator, run.CustomerId),
                    Offer = clicks[run.Number][0] is Click.Accept { OfferId: var offerId }
                        ? await OfferEnd.ReadAsync(store, offerId, [.. moves[offerId]], report).ConfigureAwait(false)
                        : null,
                    Presses = run.Clicks * keys.Count * _processes,
                    Kills = run == batch[0] ? _kills : 0,
                },
                trace: null
            );
        }
    }
}
