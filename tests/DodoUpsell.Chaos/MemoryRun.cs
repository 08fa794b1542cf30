using System.Collections.Concurrent;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>One run in this process: an emulator and a ledger of its own, and nodes that die by never going on.</summary>
internal sealed class MemoryRun(Scenario scenario)
{
    private readonly DodoEmulator _emulator = new(new DodoEmulatorOptions { IdSeed = scenario.Number + 1 });
    private readonly InMemoryChargeLedger _ledger = new();
    private readonly ConcurrentQueue<ChargeOutcome?> _outcomes = new();
    private int _clicks;
    private int _kills;

    public async Task<RunResult> RunAsync()
    {
        _emulator.PutCustomer(scenario.CustomerId);
        if (scenario.Card is { } card) _emulator.SaveCard(scenario.CustomerId, card);
        Faults.AddTo(_emulator, scenario.FaultRate, scenario.Seed);

        await ClickAllAsync(scenario.Deaths);
        await VisitPagesAsync();
        if (_kills > 0 || scenario.Visit == PageVisit.PaysAndClicksAgain) await ClickAllAsync(scenario.Deaths.Select(_ => (int?)null).ToList());
        await SettleAsync();

        return new RunResult(
            scenario,
            _emulator.Charges.Select(charge => charge.PaymentId).ToList(),
            await _ledger.FindAsync(scenario.Key),
            _outcomes.OfType<ChargeOutcome.Succeeded>().Select(paid => paid.PaymentId!).ToHashSet(StringComparer.Ordinal),
            _clicks,
            _kills,
            WithLedger: true);
    }

    private async Task ClickAllAsync(IReadOnlyList<int?> deaths)
    {
        var nodes = deaths.Select(NewNode).ToList();
        var clicks = Enumerable.Range(0, scenario.Clicks).Select(i => Task.Run(() => ClickAsync(nodes[i % nodes.Count]))).ToList();
        _clicks += clicks.Count;
        await UntilAllRestAsync(clicks, nodes);
        _kills += nodes.Count(node => node.IsDead);
        foreach (var node in nodes.Where(node => !node.IsDead)) node.Dispose();
    }

    private async Task ClickAsync(Node node) => _outcomes.Enqueue(await node.ClickAsync(scenario));

    private async Task VisitPagesAsync()
    {
        using var browser = new HttpClient(_emulator.CreateHandler());
        var customer = new Customer(browser, scenario);
        foreach (var outcome in _outcomes) await customer.FollowAsync(outcome);
    }

    // The faults pass, the pages close, and the reconciler looks until nothing is open.
    private async Task SettleAsync()
    {
        _emulator.ClearFaults();
        using var node = NewNode(death: null);
        foreach (var hours in new[] { 1, 1, 1, 23, 1, 1 })
        {
            _emulator.Clock.Advance(TimeSpan.FromHours(hours));
            await node.Reconciler.RunAsync();
        }
    }

    private Node NewNode(int? death) => new(_emulator.CreateHandler, DodoEmulator.InProcessAddress, _ledger, new ChaosClock(_emulator.Clock), new Life(death));

    // A held-back answer waits for the clock, so the clock moves on when everything else has come to rest. The dead never do.
    private async Task UntilAllRestAsync(List<Task> clicks, List<Node> nodes)
    {
        var all = Task.WhenAll(clicks);
        for (var idle = 0; !all.IsCompleted; idle++)
        {
            if (await Task.WhenAny(all, Task.Delay(1)) == all) break;
            _emulator.Clock.Advance(TimeSpan.FromSeconds(20));
            if (idle > 60 && nodes.All(node => node.IsDead || clicks.Where((_, i) => nodes[i % nodes.Count] == node).All(click => click.IsCompleted))) break;
        }

        foreach (var failed in clicks.Where(click => click.IsFaulted)) await failed;
    }
}
