using System.Collections.Concurrent;
using DodoUpsell.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Chaos;

/// <summary>One run in this process: an emulator and a ledger of its own, and nodes that die by never going on.</summary>
internal sealed class MemoryRun : IDisposable
{
    private readonly Scenario _scenario;
    private readonly Postman _postman;
    private readonly InMemoryChargeLedger _ledger = new();
    private readonly ConcurrentQueue<SeenOutcome> _outcomes = new();
    private readonly DodoEmulator _emulator;
    private int _clicks;
    private int _kills;

    public MemoryRun(Scenario scenario)
    {
        _scenario = scenario;
        _postman = new Postman(scenario.WebhookLoss, scenario.Seed);
        _emulator = new DodoEmulator(new DodoEmulatorOptions { IdSeed = scenario.Number + 1, Webhook = Postman.Webhook, WebhookHandler = _postman });
    }

    public async Task<RunResult> RunAsync()
    {
        _emulator.PutCustomer(_scenario.CustomerId);
        if (_scenario.Card is { } card) _emulator.SaveCard(_scenario.CustomerId, card);
        Faults.AddTo(_emulator, _scenario.FaultRate, _scenario.Seed);

        await ClickAllAsync(_scenario.Deaths);
        await DeliverAsync();
        await VisitPagesAsync();
        await DeliverAsync();
        if (_kills > 0 || _scenario.Visit == PageVisit.PaysAndClicksAgain) await ClickAllAsync(_scenario.Deaths.Select(_ => (int?)null).ToList());
        await SettleAsync();

        return new RunResult(
            _scenario,
            _emulator.Charges.Select(charge => charge.PaymentId).ToList(),
            await _ledger.FindAsync(_scenario.Key),
            _outcomes.Select(outcome => outcome.GrantedPayment).OfType<string>().ToHashSet(StringComparer.Ordinal),
            _clicks,
            _kills,
            WithLedger: true);
    }

    public void Dispose() => _postman.Dispose();

    private async Task ClickAllAsync(IReadOnlyList<int?> deaths)
    {
        var nodes = deaths.Select(NewNode).ToList();
        var clicks = Enumerable.Range(0, _scenario.Clicks).Select(i => Task.Run(() => ClickAsync(nodes[i % nodes.Count]))).ToList();
        _clicks += clicks.Count;
        await UntilAllRestAsync(clicks, nodes);
        _kills += nodes.Count(node => node.IsDead);
        foreach (var node in nodes.Where(node => !node.IsDead)) node.Dispose();
    }

    private async Task ClickAsync(Node node) => _outcomes.Enqueue(SeenOutcome.Of(await node.ClickAsync(_scenario)));

    private async Task VisitPagesAsync()
    {
        using var browser = new HttpClient(_emulator.CreateHandler());
        var customer = new Customer(browser, _scenario);
        foreach (var outcome in _outcomes) await customer.FollowAsync(outcome);
    }

    private async Task DeliverAsync()
    {
        using var node = NewNode(death: null);
        await _emulator.DeliverWebhooksAsync();
        await _postman.DeliverAsync(node.Inbox);
    }

    // The faults pass, the pages close, and the reconciler looks until nothing is open.
    private async Task SettleAsync()
    {
        _emulator.ClearFaults();
        using var node = NewNode(death: null);
        foreach (var hours in new[] { 1, 1, 1, 23, 1, 1 })
        {
            _emulator.Clock.Advance(TimeSpan.FromHours(hours));
            await _emulator.DeliverWebhooksAsync();
            await _postman.DeliverAsync(node.Inbox);
            await node.Reconciler.RunAsync();
        }
    }

    private Node NewNode(int? death) => new(_emulator.CreateHandler, DodoEmulator.InProcessAddress, new ChaosClock(_emulator.Clock), new Life(death), builder => builder.Services.AddSingleton<IChargeLedger>(_ledger));

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
