using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Chaos;

/// <summary>One run of plan changes in this process: an emulator and a ledger of its own, and nodes that die by never going on.</summary>
internal sealed class PlanChangeRun(PlanChangeScenario scenario)
{
    private readonly DodoEmulator _emulator = new(new DodoEmulatorOptions { IdSeed = scenario.Number + 1 });
    private readonly InMemoryChargeLedger _ledger = new();
    private readonly ConcurrentQueue<PlanChangeOutcome> _outcomes = new();
    private readonly SentChanges _sent = new();
    private int _confirmations;
    private int _kills;

    public async Task<PlanChangeResult> RunAsync()
    {
        _emulator.PutCustomer(scenario.CustomerId);
        _emulator.SaveCard(scenario.CustomerId, scenario.Card);
        _emulator.PutSubscription(scenario.SubscriptionId, new JsonObject { ["customer_id"] = scenario.CustomerId, ["product_id"] = scenario.IsUpgrade ? DemoSeed.BasicPlan : DemoSeed.ProPlan, ["quantity"] = 2 });

        var quotes = new List<PlanChangeQuote>();
        using (var shop = NewNode(death: null))
        {
            quotes.Add(await shop.PlanChanges.PreviewAsync(scenario.Request));
            if (scenario.HasRival) quotes.Add(await shop.PlanChanges.PreviewAsync(scenario.Rival));
        }

        Faults.AddTo(_emulator, scenario.FaultRate, scenario.Seed);
        await ConfirmAllAsync(quotes, scenario.Deaths);
        await AuthenticateAsync();
        if (_kills > 0) await ConfirmAllAsync(quotes, scenario.Deaths.Select(_ => (int?)null).ToList());
        await SettleAsync();
        return await ResultAsync(quotes);
    }

    private async Task ConfirmAllAsync(IReadOnlyList<PlanChangeQuote> quotes, IReadOnlyList<int?> deaths)
    {
        var nodes = deaths.Select(NewNode).ToList();
        var clicks = (from quote in quotes from i in Enumerable.Range(0, scenario.Clicks) select (quote, node: nodes[i % nodes.Count])).ToList();
        var confirmations = clicks.Select(click => (click.node, task: Task.Run(() => ConfirmAsync(click.node, click.quote)))).ToList();
        _confirmations += confirmations.Count;
        await UntilAllRestAsync(confirmations);
        _kills += nodes.Count(node => node.IsDead);
        foreach (var node in nodes.Where(node => !node.IsDead)) node.Dispose();
    }

    private async Task ConfirmAsync(Node node, PlanChangeQuote quote)
    {
        try
        {
            _outcomes.Enqueue(await node.PlanChanges.ConfirmAsync(quote));
        }
        catch (DodoException)
        {
            // The API could not be reached before anything was sent.
        }
    }

    private async Task AuthenticateAsync()
    {
        if (!scenario.CustomerAuthenticates) return;
        using var browser = new HttpClient(_emulator.CreateHandler());
        foreach (var url in _outcomes.OfType<PlanChangeOutcome.ActionRequired>().Select(step => step.Url).Distinct(StringComparer.Ordinal))
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["outcome"] = "approve" });
            using var answer = await browser.PostAsync(new Uri(url + "/authentication"), form);
        }
    }

    // The faults pass, and the reconciler looks until nothing is open. No renewal comes meanwhile.
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

    private async Task<PlanChangeResult> ResultAsync(List<PlanChangeQuote> quotes)
    {
        using var http = new HttpClient(_emulator.CreateHandler());
        var dodo = new DodoClient(new DodoUpsellOptions { ApiKey = "chaos", Environment = DodoEnvironment.Test, BaseAddress = DodoEmulator.InProcessAddress }, http);
        var records = new List<(PlanChangeQuote, ChargeRecord?)>();
        foreach (var quote in quotes) records.Add((quote, await _ledger.FindAsync(quote.Key)));
        return new PlanChangeResult(scenario, records, _emulator.Charges, await dodo.Subscriptions.GetAsync(scenario.SubscriptionId), _sent.ByKey, [.. _outcomes], _confirmations, _kills);
    }

    private Node NewNode(int? death) => new(() => _sent.Over(_emulator.CreateHandler()), DodoEmulator.InProcessAddress, new ChaosClock(_emulator.Clock), new Life(death), builder => builder.Services.AddSingleton<IChargeLedger>(_ledger));

    // A held-back answer waits for the clock, so the clock moves on when everything else has come to rest. The dead never do.
    private async Task UntilAllRestAsync(List<(Node Node, Task Task)> confirmations)
    {
        var all = Task.WhenAll(confirmations.Select(confirmation => confirmation.Task));
        for (var idle = 0; !all.IsCompleted; idle++)
        {
            if (await Task.WhenAny(all, Task.Delay(1)) == all) break;
            _emulator.Clock.Advance(TimeSpan.FromSeconds(20));
            if (idle > 60 && confirmations.All(confirmation => confirmation.Node.IsDead || confirmation.Task.IsCompleted)) break;
        }

        foreach (var (_, failed) in confirmations.Where(confirmation => confirmation.Task.IsFaulted)) await failed;
    }
}

/// <summary>What one run of plan changes came to, by the emulator and by the ledger.</summary>
internal sealed record PlanChangeResult(
    PlanChangeScenario Scenario,
    IReadOnlyList<(PlanChangeQuote Quote, ChargeRecord? Record)> Quotes,
    IReadOnlyList<EmulatedCharge> Charges,
    Subscription Subscription,
    IReadOnlyDictionary<string, int> Sent,
    IReadOnlyList<PlanChangeOutcome> Outcomes,
    int Confirmations,
    int Kills);
